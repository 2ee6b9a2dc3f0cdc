// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.StaffTicketRow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Quick search by number, title or e-mail (C1). */
class QuickSearchTest extends BehaviourTest {
    private final TicketId first = jane.open(NewTicket.of("Mail bounces 100%", "Help!"));
    private final TicketId second = mary.open(NewTicket.of("Re: MAIL is slow", "Help!"));

    @Test
    @Tag("C1")
    void aNumberFindsItsTicketAlone() {
        assertThat(found("1")).containsExactly(first);
        assertThat(found(" #2 ")).containsExactly(second);
        assertThat(found("#3")).isEmpty();
    }

    @Test
    @Tag("C1")
    void anAddressFindsItsRequestersTickets() {
        assertThat(found("jane@jane.example")).containsExactly(first);
        assertThat(found("JANE@Jane.Example")).containsExactly(first);
        assertThat(found("jane@home.example")).isEmpty();
    }

    @Test
    @Tag("C1")
    void wordsFindTitlesWithoutRegardToCaseTheNewestFirst() {
        assertThat(found("mail")).containsExactly(second, first);
        assertThat(found("BOUNCES")).containsExactly(first);
        assertThat(found("nothing such")).isEmpty();
    }

    @Test
    @Tag("C1")
    void noCharacterOfASearchIsSpecial() {
        assertThat(found("100%")).containsExactly(first);
        assertThat(found("%")).containsExactly(first);
        assertThat(found("b_unces")).isEmpty();
        assertThat(found(".*")).isEmpty();
        assertThat(found("' OR '1'='1")).isEmpty();
        assertThat(found("\\")).isEmpty();
    }

    @Test
    @Tag("C1")
    void strangeInputFindsNothingAndBreaksNothing() {
        for (String strange :
                List.of("#", "#0", "99999999999999999999", "a\u0000b", "\ud83d", "@", "x".repeat(10_000))) {
            assertThat(found(strange)).as(strange).isEmpty();
        }
    }

    @Test
    @Tag("C1")
    void closedTicketsAreFoundToo() {
        john.close(first);

        assertThat(found("bounces")).containsExactly(first);
    }

    private List<TicketId> found(String words) {
        return john.quickSearch(words, Optional.empty()).tickets().stream()
                .map(StaffTicketRow::id)
                .toList();
    }
}
