// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.PlainSearch.lower;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Parts of titles and addresses: every character matches itself, and case is all that does not count. */
public interface SearchTextContract extends StorageUnderTest {
    List<String> TITLES = List.of(
            "100% of it's \"full\"",
            "snake_case [x]*.? {y}",
            "C:\\temp\\% \\_",
            "Žluťoučký KŮŇ, e\u0301 and é",
            "\uD83D\uDE80 up \uD83D\uDC69\u200D\uD83D\uDCBB",
            "日本語 שלום ПРИВЕТ ΓΕΙΑ",
            "x' or '1'='1' -- ; drop table",
            "a & b | !c <-> (d):*");

    /** Rare among many, for a storage that looks for those in another way. */
    int MANY = 300;

    @Test
    @Tag("C2")
    default void everyPartOfEveryTitleFindsTheTitlesThatHoldIt() {
        List<TicketData> tickets =
                TITLES.stream().map(title -> keep(ticket().subject(title))).toList();
        requireFound(parts(), tickets);
    }

    @Test
    @Tag("C2")
    default void partsThatFewTicketsHaveAreFoundAmongMany() {
        List<String> titles = new ArrayList<>(TITLES);
        titles.addAll(
                List.of("Order 123456 of host7.example", "order 1234567 of host7.example", "Host7.example, 123456"));
        List<TicketData> tickets =
                titles.stream().map(title -> keep(ticket().subject(title))).toList();
        for (int i = 0; i < MANY; i++) {
            keep(ticket().subject("##"));
        }
        List<String> parts = new ArrayList<>(titles);
        parts.addAll(List.of(
                "order 123456 of", "123456", "R 123456", "host7.example, 1234567", "1234567", "12345678", "%123456"));
        requireFound(parts, tickets);
    }

    private void requireFound(List<String> parts, List<TicketData> tickets) {
        read(unit -> {
            for (String part : parts) {
                TicketCriteria criteria = TicketCriteria.of(new Visibility.Everything())
                        .search(Search.everything().title(part));
                assertThat(unit.tickets().list(criteria).stream()
                                .map(row -> row.ticket().id()))
                        .as("the part <%s>", part)
                        .containsExactlyInAnyOrderElementsOf(tickets.stream()
                                .filter(ticket ->
                                        lower(ticket.header().subject().value()).contains(lower(part.strip())))
                                .map(TicketData::id)
                                .toList());
            }
            return true;
        });
    }

    @Test
    @Tag("C2")
    default void aTitleThatWasChangedIsFoundByItsNewWordsAlone() {
        TicketData before = keep(ticket().subject("Mail bounces").requester("jane@old.example"));
        run(unit -> {
            TicketData read = unit.tickets().find(before.id()).orElseThrow();
            unit.tickets()
                    .update(TicketBuilder.after(read).subject("Disk is full").build());
        });
        TicketData now = kept(before.id());
        run(unit -> unit.tickets()
                .update(TicketBuilder.after(now).requester("jane@new.example").build()));

        assertThat(found(Search.everything().title("bounces"))).isEmpty();
        assertThat(found(Search.everything().title("disk"))).containsExactly(before.id());
        assertThat(found(Search.everything().requester("@old"))).isEmpty();
        assertThat(found(Search.everything().requester("@new"))).containsExactly(before.id());
    }

    private List<TicketId> found(Search search) {
        return read()
                .tickets()
                .list(TicketCriteria.of(new Visibility.Everything()).search(search))
                .stream()
                .map(row -> row.ticket().id())
                .toList();
    }

    /** Of one to three characters and the whole, as they are and in the other case. */
    private static List<String> parts() {
        List<String> parts = new ArrayList<>(TITLES);
        for (String title : TITLES) {
            int[] points = title.codePoints().toArray();
            for (int length = 1; length <= 3; length++) {
                for (int i = 0; i + length <= points.length; i++) {
                    String part = new String(points, i, length);
                    if (!part.isBlank()) {
                        parts.add(part);
                        parts.add(part.toUpperCase(java.util.Locale.ROOT));
                    }
                }
            }
        }
        return parts.stream().distinct().toList();
    }
}
