// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.Period;
import dev.troubletickets.search.Search;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Searches that cannot be meant are refused by name, and strange ones find nothing (C2). */
class SearchInputTest extends BehaviourTest {
    private static final Search ALL = Search.everything();
    private final Expect expect = Expect.in(center);

    @Test
    @Tag("C2")
    void contradictionsAreRefused() {
        Instant now = clock.instant();

        expect.invalid("until", () -> Period.between(now, now));
        expect.invalid("until", () -> Period.between(now, now.minusSeconds(1)));
        expect.invalid("period", () -> Period.since(Instant.MAX));
        expect.invalid("period", () -> Period.before(Instant.MIN));
        expect.invalid("priority", () -> ALL.priority(50, 49));
        expect.invalid("priority", () -> ALL.priority(-1, 50));
        expect.invalid("priority", () -> ALL.priority(0, 101));
    }

    @Test
    @Tag("C2")
    void emptyAndControlledTextsAreRefused() {
        for (String text : List.of("", "  ", "a\u0000b", "\ud83d", "\u001b[2J", "x\u007f")) {
            expect.invalid("title", () -> ALL.title(text));
            expect.invalid("requester", () -> ALL.requester(text));
        }
        expect.invalid("categories", () -> ALL.categories("a\nb"));
        expect.invalid("categories", () -> ALL.categories(" "));
    }

    @Test
    @Tag("C2")
    void moreThanAHundredValuesOrTwoHundredCharactersAreTooMany() {
        String[] names = IntStream.range(0, 10_000).mapToObj(i -> "name " + i).toArray(String[]::new);

        expect.overLimit("searchCharacters", () -> ALL.title("x".repeat(201)));
        expect.overLimit("searchCharacters", () -> ALL.requester("x".repeat(1_000_000)));
        expect.overLimit("searchValues", () -> ALL.categories(names));
        expect.overLimit("searchValues", () -> ALL.assignees(each(names, StaffId::of, StaffId[]::new)));
        expect.overLimit("searchValues", () -> ALL.accounts(each(names, AccountId::of, AccountId[]::new)));
        expect.overLimit("searchValues", () -> ALL.resellers(each(names, ResellerId::of, ResellerId[]::new)));
        expect.overLimit(
                "searchValues",
                () -> ALL.tags(each(names, name -> tag(name.replace(' ', '-')), dev.troubletickets.ticket.Tag[]::new)));
        assertThat(ALL.tickets(TicketId.of(1), TicketId.of(1)).tickets()).hasSize(1);
    }

    @Test
    @Tag("C2")
    void aHundredValuesOfEachAreFine() {
        center.opened();
        Search search = ALL;
        String[] names = IntStream.range(0, 100).mapToObj(i -> "name-" + i).toArray(String[]::new);
        search = search.categories(names)
                .assignees(each(names, StaffId::of, StaffId[]::new))
                .accounts(each(names, AccountId::of, AccountId[]::new))
                .resellers(each(names, ResellerId::of, ResellerId[]::new))
                .tags(each(names, dev.troubletickets.ticket.Tag::of, dev.troubletickets.ticket.Tag[]::new))
                .queues(IntStream.rangeClosed(1, 100).mapToObj(QueueId::of).toArray(QueueId[]::new))
                .title("x".repeat(200));

        assertThat(john.search()
                        .find(search, TicketSort.ascending(Column.ID), Optional.empty())
                        .tickets())
                .isEmpty();
    }

    @Test
    @Tag("C2")
    void tokensThatNobodyGaveAreRefused() {
        TicketSort sort = TicketSort.ascending(Column.ASSIGNEE);
        for (String token : List.of("", "x", "%00", "RklORAoK", "ä", "A".repeat(100_000))) {
            expect.invalid("page", () -> john.search().find(ALL, sort, Optional.of(new PageToken(token))));
        }
    }

    private static <T> T[] each(
            String[] names, java.util.function.Function<String, T> of, java.util.function.IntFunction<T[]> array) {
        return java.util.Arrays.stream(names).map(of).toArray(array);
    }

    private static dev.troubletickets.ticket.Tag tag(String value) {
        return dev.troubletickets.ticket.Tag.of(value);
    }
}
