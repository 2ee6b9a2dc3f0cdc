// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often somebody may write (G13). */
@Tag("G13")
public interface AdmissionStoreContract extends StorageUnderTest {
    @Test
    default void asManyAreAdmittedAsMayBeAndNoMore() {
        assertThat(IntStream.range(0, 5).filter(i -> admit("jane", 3, i)).count())
                .isEqualTo(3);
    }

    @Test
    default void eachWriterHasTheirOwnRoom() {
        assertThat(admit("jane", 1, 0)).isTrue();
        assertThat(admit("Jane", 1, 0)).isTrue();
        assertThat(admit("jane ", 1, 0)).isTrue();
        assertThat(admit("jane", 1, 0)).isFalse();
    }

    @Test
    default void roomComesBackMessageByMessage() {
        admit("jane", 2, 0);
        admit("jane", 2, 30);
        assertThat(admit("jane", 2, 60)).as("the first is an hour old").isFalse();
        assertThat(admit("jane", 2, 61)).isTrue();
        assertThat(admit("jane", 2, 62)).isFalse();
        assertThat(admit("jane", 2, 91)).isTrue();
    }

    @Test
    default void aLimitThatWasLoweredCountsWhatWasAdmittedBefore() {
        for (int i = 0; i < 5; i++) {
            admit("jane", 5, i);
        }
        assertThat(admit("jane", 2, 62)).as("two of five are old").isFalse();
        assertThat(admit("jane", 6, 62)).isTrue();
    }

    @Test
    default void whatIsNotWrittenIsNotCounted() {
        assertThatThrownBy(() -> run(unit -> {
                    unit.admissions().admit("jane", 1, minutes(0), minutes(-60));
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(admit("jane", 1, 0)).isTrue();
    }

    /** In a unit of its own; how many minutes after the start. */
    private boolean admit(String writer, int most, int at) {
        return write(unit -> unit.admissions().admit(writer, most, minutes(at), minutes(at - 60)));
    }
}
