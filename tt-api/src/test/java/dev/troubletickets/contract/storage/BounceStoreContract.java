// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.view.Bounce;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Marks of addresses that mails did not reach (D9). */
public interface BounceStoreContract extends StorageUnderTest {
    @Test
    @Tag("D9")
    default void anAddressHasItsLatestMarkInWhateverCaseItIsWritten() {
        mark(bounce("Jane@customer.example", 1, true));
        mark(bounce("jane@Customer.example", 2, false));
        mark(bounce("boss@customer.example", 3, true));

        assertThat(read().bounces().find(List.of(EmailAddress.of("JANE@customer.example"))))
                .containsExactly(bounce("jane@customer.example", 2, false));
        assertThat(find("jane@customer.example", "boss@customer.example", "other@customer.example"))
                .containsExactly(bounce("boss@customer.example", 3, true), bounce("jane@customer.example", 2, false));
        assertThat(read().bounces().find(List.of())).isEmpty();
    }

    @Test
    @Tag("D9")
    default void theLatestComeFirst() {
        mark(bounce("b@x.example", 1, true));
        mark(bounce("a@x.example", 1, true));
        mark(bounce("c@x.example", 2, true));

        assertThat(read().bounces().latest(2))
                .containsExactly(bounce("c@x.example", 2, true), bounce("a@x.example", 1, true));
    }

    @Test
    @Tag("D9")
    default void aMarkGoesAndOthersStay() {
        mark(bounce("a@x.example", 1, true));
        mark(bounce("b@x.example", 1, true));
        run(unit -> {
            unit.bounces().clear(EmailAddress.of("A@x.example"));
            unit.bounces().clear(EmailAddress.of("nobody@x.example"));
        });

        assertThat(find("a@x.example", "b@x.example")).containsExactly(bounce("b@x.example", 1, true));
    }

    @Test
    @Tag("D9")
    default void aMarkMadeAndTakenAwayInOneUnitIsNone() {
        run(unit -> {
            unit.bounces().mark(bounce("a@x.example", 1, true));
            unit.bounces().clear(EmailAddress.of("a@x.example"));
        });

        assertThat(find("a@x.example")).isEmpty();
    }

    private void mark(Bounce bounce) {
        write().bounces().mark(bounce);
    }

    private List<Bounce> find(String... addresses) {
        return read().bounces()
                .find(List.of(addresses).stream().map(EmailAddress::of).toList());
    }

    private static Bounce bounce(String address, int minute, boolean permanent) {
        return new Bounce(EmailAddress.of(address), minutes(minute), permanent, "5.1.1, said the größte server");
    }
}
