// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What mails belong together (D3). */
@Tag("D3")
public interface ThreadStoreContract extends StorageUnderTest {
    @Test
    default void theTicketsOfKnownMessageIdsAreFound() {
        TicketId one = keptTicket();
        TicketId two = keptTicket();
        remember("<a@x>", one);
        remember("<b@x>", two);
        remember("<c@x>", one);

        assertThat(read().threads().find(List.of("<a@x>", "<b@x>", "<unknown@x>")))
                .isEqualTo(Map.of("<a@x>", one, "<b@x>", two));
        assertThat(read().threads().find(List.of())).isEmpty();
        assertThat(read().threads().find(List.of("<unknown@x>"))).isEmpty();
    }

    @Test
    default void theFirstTicketKeepsAMessageId() {
        TicketId first = keptTicket();
        TicketId second = keptTicket();
        remember("<a@x>", first);
        remember("<a@x>", second);
        remember("<a@x>", first);
        run(unit -> {
            unit.threads().remember("<b@x>", first);
            unit.threads().remember("<b@x>", second);
        });

        assertThat(read().threads().find(List.of("<a@x>", "<b@x>"))).isEqualTo(Map.of("<a@x>", first, "<b@x>", first));
    }

    @Test
    default void messageIdsAreComparedExactly() {
        TicketId ticket = keptTicket();
        remember("<Aé_1@x>", ticket);

        assertThat(read().threads().find(List.of("<aé_1@x>", "<Ae_1@x>", "<AéX1@x>", "<Aé_1@x> ", "<Aé_1@X>", "<A%>")))
                .isEmpty();
        remember("<aé_1@x>", keptTicket());
        assertThat(read().threads().find(List.of("<Aé_1@x>"))).containsValue(ticket);
    }

    @Test
    default void aLongMessageIdAndManyOfThemAreNoTrouble() {
        TicketId ticket = keptTicket();
        Set<String> ids = IntStream.range(0, 300)
                .mapToObj(i -> "<" + i + "-" + "x".repeat(700) + "@x>")
                .collect(Collectors.toSet());
        run(unit -> ids.forEach(id -> unit.threads().remember(id, ticket)));

        assertThat(read().threads().find(ids).keySet()).isEqualTo(ids);
    }

    @Test
    default void theNewestTicketOfASubjectIsFound() {
        keep(ticket().subject("Mail bounces").created(minutes(1)));
        TicketId newest = keep(ticket().subject("Re: [#7] MAIL  bounces").created(minutes(2)))
                .id();
        keep(ticket().subject("Mail bounces again").created(minutes(3)));

        assertThat(bySubject("mail bounces", null)).contains(newest);
        assertThat(bySubject("mail", null)).isEmpty();
        assertThat(bySubject("mail_bounces", null)).isEmpty();
        assertThat(bySubject("mail%", null)).isEmpty();
    }

    @Test
    default void theNewestTicketOfASubjectAndRequesterIsFound() {
        TicketId janes =
                keep(ticket().requester("Jane@example.org").created(minutes(1))).id();
        TicketId joes =
                keep(ticket().requester("joe@example.org").created(minutes(2))).id();

        assertThat(bySubject("mail bounces", "JANE@example.org")).contains(janes);
        assertThat(bySubject("mail bounces", "joe@example.org")).contains(joes);
        assertThat(bySubject("mail bounces", "jim@example.org")).isEmpty();
        assertThat(bySubject("other", "jane@example.org")).isEmpty();
        assertThat(bySubject("mail bounces", null)).contains(joes);
    }

    @Test
    default void accentsAndTheLongestSubjectCount() {
        String longest = "ž".repeat(250);
        TicketId ticket = keep(ticket().subject(longest)).id();

        assertThat(bySubject(longest, null)).contains(ticket);
        assertThat(bySubject("z".repeat(250), null)).isEmpty();
        assertThat(bySubject("ž".repeat(249), null)).isEmpty();
    }

    @Test
    default void aTicketIsFoundByTheSubjectAndRequesterItHasNow() {
        TicketData before = keep(ticket().subject("Old").requester("old@example.org"));
        write().tickets()
                .update(TicketBuilder.after(before)
                        .subject("New")
                        .requester("new@example.org")
                        .build());

        assertThat(bySubject("new", "new@example.org")).contains(before.id());
        assertThat(bySubject("old", null)).isEmpty();
        assertThat(bySubject("new", "old@example.org")).isEmpty();
    }

    private void remember(String messageId, TicketId ticket) {
        write().threads().remember(messageId, ticket);
    }

    private Optional<TicketId> bySubject(String key, String requester) {
        Optional<EmailAddress> address = Optional.ofNullable(requester).map(EmailAddress::of);
        return read().threads().findBySubject(key, address);
    }
}
