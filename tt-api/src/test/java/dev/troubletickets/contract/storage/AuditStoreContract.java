// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.storage.AuditStore.Line;
import dev.troubletickets.spi.storage.AuditStore.Numbered;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Acts that leave no other trace (A11). */
@Tag("A11")
public interface AuditStoreContract extends StorageUnderTest {
    @Test
    default void anEmptyStorageHasNoLines() {
        assertThat(latest(5)).isEmpty();
    }

    @Test
    default void linesComeBackAsTheyWereTheNewestFirst() {
        Line first = add(new Line(START, Actor.staff(JOHN), UNICODE));
        Line second = add(new Line(minutes(1), Actor.customer(AccountId.of("jane")), "second"));
        Line third = add(new Line(minutes(2), Actor.system(), "third ".repeat(100)));

        assertThat(latest(5)).containsExactly(third, second, first);
        assertThat(latest(2)).containsExactly(third, second);
    }

    @Test
    default void linesBeforeOneAreReadOnFromThere() {
        Line first = add(new Line(minutes(5), Actor.system(), "first"));
        Line second = add(new Line(START, Actor.system(), "second"));
        add(new Line(START, Actor.system(), "third"));

        List<Numbered> newest = read().audit().before(Long.MAX_VALUE, 1);
        List<Numbered> rest = read().audit().before(newest.get(0).number(), 5);

        assertThat(rest).extracting(Numbered::line).containsExactly(second, first);
        assertThat(read().audit().before(rest.get(1).number(), 5)).isEmpty();
    }

    @Test
    default void theSameActTwiceIsTwoLines() {
        Line line = add(new Line(START, Actor.staff(JOHN), "deleted #1"));
        add(line);

        assertThat(latest(5)).containsExactly(line, line);
    }

    private Line add(Line line) {
        write().audit().add(line);
        return line;
    }

    private List<Line> latest(int limit) {
        return read().audit().latest(limit);
    }
}
