// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Edit;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.search.FieldSearch;
import dev.troubletickets.search.Missing;
import dev.troubletickets.search.Period;
import dev.troubletickets.search.SavedSearch;
import dev.troubletickets.search.SavedSearch.Content;
import dev.troubletickets.search.SavedSearchId;
import dev.troubletickets.search.Search;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.spi.storage.SavedSearchStore.Kept;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Searches with a name (C6): one's own, or shared with all staff; each run sees what its runner sees. */
class SavedSearchesTest extends BehaviourTest {
    private static final TicketSort NEWEST = TicketSort.descending(Column.CREATED);
    private static final Search ALL = Search.everything();

    @BeforeEach
    void kateShares() {
        center.admin().give(Cast.KATE, Permission.SHARE_SEARCHES);
    }

    @Test
    @Tag("C6")
    void everyPartOfASearchIsSaved() {
        Search search = ALL.title("100% \"'\\")
                .text("words of märz")
                .tickets(TicketId.of(3))
                .requester("jane@")
                .accounts(Cast.JANE.id())
                .resellers(ResellerId.of("rita"))
                .onlyInResellers()
                .queues(center.defaultQueue())
                .categories("Invoices")
                .assignees(Cast.JOHN, StaffId.of("long gone"))
                .orUnassigned()
                .statuses(Status.OPEN, Status.ON_HOLD)
                .priority(5, 90)
                .created(Period.since(Instant.EPOCH))
                .modified(Period.between(Instant.EPOCH, clock.instant()))
                .lastMessage(Period.before(clock.instant()))
                .tags(dev.troubletickets.ticket.Tag.of("vip"))
                .answered(false)
                .unreadByCustomer(true)
                .channels(Channel.MAIL, Channel.PANEL)
                .fields(
                        FieldSearch.is("system", FieldValue.choice("linux")),
                        FieldSearch.is("paid", FieldValue.yesNo(true)),
                        FieldSearch.contains("host", "100%"),
                        FieldSearch.atLeast("size", FieldValue.number(5)),
                        FieldSearch.between(
                                "day", FieldValue.date(LocalDate.EPOCH), FieldValue.date(LocalDate.EPOCH.plusDays(1))));
        for (Column column : Column.values()) {
            john.search().saved().save(Content.of(column.name(), search, TicketSort.ascending(column)));
        }

        assertThat(john.search().saved().list()).hasSize(Column.values().length).allSatisfy(each -> {
            assertThat(each.owner()).isEqualTo(Cast.JOHN);
            assertThat(each.content().search()).isEqualTo(search);
            assertThat(each.content().sort()).isEqualTo(TicketSort.ascending(Column.valueOf(each.name())));
        });
    }

    @Test
    @Tag("C6")
    @Tag("B2")
    void aSearchIsRunWithTheSightOfWhoRunsIt() {
        QueueId secret = center.queue("Secret", Cast.KATE);
        TicketId open = center.opened();
        TicketId hidden = center.opened();
        kate.change(hidden, Edit.queue(secret));
        SavedSearchId id =
                kate.search().saved().save(Content.of("All", ALL, NEWEST).forAllStaff());

        assertThat(kate.search().saved().run(id, Optional.empty()).tickets())
                .extracting(StaffTicketRow::id)
                .containsExactlyInAnyOrder(open, hidden);
        assertThat(john.search().saved().run(id, Optional.empty()).tickets())
                .extracting(StaffTicketRow::id)
                .containsExactly(open);
        assertThat(john.search().saved().run(id, Optional.empty()).total()).isEqualTo(1);
    }

    @Test
    @Tag("C6")
    void whatIsNotSharedIsItsOwnersAlone() {
        SavedSearchId johns = john.search().saved().save(Content.of("Mine", ALL, NEWEST));
        SavedSearchId never = SavedSearchId.of(johns.value() + 100);
        Expect expect = Expect.in(center);

        for (SavedSearchId theirs : List.of(johns, never)) {
            expect.notFound("saved search", () -> anna.search().saved().run(theirs, Optional.empty()));
            expect.notFound("saved search", () -> anna.search().saved().delete(theirs));
            expect.notFound(
                    "saved search", () -> anna.search().saved().change(theirs, Content.of("Mine", ALL, NEWEST)));
        }
        assertThat(anna.search().saved().list()).isEmpty();
        assertThat(names(john.search().saved().list())).containsExactly("Mine");
    }

    @Test
    @Tag("C6")
    @Tag("E3")
    void sharingNeedsThePermission() {
        Content shared = Content.of("Ours", ALL, NEWEST).forAllStaff();
        SavedSearchId kates = kate.search().saved().save(shared);
        SavedSearchId johns = john.search().saved().save(Content.of("Mine", ALL, NEWEST));
        Expect expect = Expect.in(center);

        expect.refused(Refusal.PERMISSION_MISSING, () -> john.search().saved().save(shared));
        expect.refused(Refusal.PERMISSION_MISSING, () -> john.search().saved().change(johns, shared));
        expect.refused(Refusal.PERMISSION_MISSING, () -> john.search().saved().change(kates, shared));
        expect.refused(Refusal.PERMISSION_MISSING, () -> john.search().saved().delete(kates));
        assertThat(names(john.search().saved().list())).containsExactly("Mine", "Ours");

        center.admin().take(Cast.KATE, Permission.SHARE_SEARCHES);
        expect.refused(Refusal.PERMISSION_MISSING, () -> kate.search().saved().change(kates, shared));
        kate.search().saved().change(kates, Content.of("Ours", ALL, NEWEST));
        assertThat(names(john.search().saved().list())).containsExactly("Mine");
    }

    @Test
    @Tag("C6")
    void whoeverMayShareLooksAfterWhatIsShared() {
        SavedSearchId kates =
                kate.search().saved().save(Content.of("Ours", ALL, NEWEST).forAllStaff());
        anna.search()
                .saved()
                .change(kates, Content.of("All", ALL.title("x"), NEWEST).forAllStaff());

        SavedSearch changed = john.search().saved().list().get(0);
        assertThat(changed.owner()).isEqualTo(Cast.KATE);
        assertThat(changed.name()).isEqualTo("All");
        anna.search().saved().delete(kates);
        assertThat(kate.search().saved().list()).isEmpty();
    }

    @Test
    @Tag("C6")
    void whatASearchNamesAndIsNoMoreFindsNothingAndIsTold() {
        QueueId billing = center.queue("Billing", Cast.JOHN);
        SavedSearchId id = john.search().saved().save(Content.of("Bills", ALL.queues(billing), NEWEST));
        center.opened();
        center.admin().deleteQueue(billing, QueueDeletion.moveTicketsTo(center.defaultQueue()));

        var page = john.search().saved().run(id, Optional.empty());

        assertThat(page.tickets()).isEmpty();
        assertThat(page.missing()).containsExactly(new Missing(Missing.Part.QUEUE, String.valueOf(billing.value())));
    }

    @Test
    @Tag("C6")
    void namesAreLinesAndDifferWithoutRegardToCase() {
        john.search().saved().save(Content.of(" Mine ", ALL, NEWEST));
        SavedSearchId other = john.search().saved().save(Content.of("Other", ALL, NEWEST));
        Expect expect = Expect.in(center);

        expect.invalid("name", () -> john.search().saved().save(Content.of("MINE", ALL, NEWEST)));
        expect.invalid("name", () -> john.search().saved().change(other, Content.of("mine", ALL, NEWEST)));
        expect.invalid("name", () -> Content.of("  ", ALL, NEWEST));
        expect.invalid("name", () -> Content.of("a\nb", ALL, NEWEST));
        expect.overLimit("nameCharacters", () -> Content.of("x".repeat(101), ALL, NEWEST));
        john.search().saved().change(other, Content.of("OTHER", ALL, NEWEST));
        kate.search().saved().save(Content.of("Mine", ALL, NEWEST));
        assertThat(names(john.search().saved().list())).containsExactly("Mine", "OTHER");
    }

    @Test
    @Tag("C6")
    void thereAreNoMoreThanTheLimits() {
        for (int i = 0; i < 100; i++) {
            kate.search().saved().save(Content.of("k" + i, ALL, NEWEST).forAllStaff());
            anna.search().saved().save(Content.of("a" + i, ALL, NEWEST).forAllStaff());
        }
        Expect expect = Expect.in(center);
        center.admin().give(Cast.JOHN, Permission.SHARE_SEARCHES);
        SavedSearchId johns = john.search().saved().save(Content.of("j", ALL, NEWEST));

        expect.overLimit("savedSearches", () -> kate.search().saved().save(Content.of("k", ALL, NEWEST)));
        expect.overLimit(
                "sharedSearches",
                () -> john.search().saved().save(Content.of("jj", ALL, NEWEST).forAllStaff()));
        expect.overLimit(
                "sharedSearches",
                () -> john.search()
                        .saved()
                        .change(johns, Content.of("j", ALL, NEWEST).forAllStaff()));
        assertThat(john.search().saved().list()).hasSize(201);
    }

    @Test
    @Tag("C6")
    void whatAnotherVersionHasKeptIsRefusedByNameAndHidesNoOther() {
        String fields = "{\"search\":{%s},\"sort\":{\"by\":\"ID\",\"descending\":true}}";
        List<SavedSearchId> bad = Stream.of(
                        fields.formatted("\"notes\":\"x\""),
                        fields.formatted("\"title\":\"a\\u0000b\""),
                        fields.formatted("\"tickets\":[{\"value\":-1}]"),
                        fields.formatted("\"statuses\":[\"LOST\"]"),
                        "{\"more\":1}",
                        "[]",
                        "no JSON")
                .map(json -> center.storage()
                        .write(unit -> unit.savedSearches()
                                .create(new Kept(Cast.JOHN, "bad " + json.hashCode(), false, json))))
                .toList();
        SavedSearchId old = center.storage()
                .write(unit -> unit.savedSearches()
                        .create(new Kept(Cast.JOHN, "old", false, fields.formatted("\"title\":\"mail\""))));
        TicketId ticket = center.opened();

        for (SavedSearchId each : bad) {
            Expect.in(center).invalid("savedSearch", () -> john.search().saved().run(each, Optional.empty()));
        }
        assertThat(names(john.search().saved().list())).containsExactly("old");
        assertThat(john.search().saved().run(old, Optional.empty()).tickets())
                .extracting(StaffTicketRow::id)
                .containsExactly(ticket);
        john.search().saved().delete(bad.get(0));
    }

    private static List<String> names(List<SavedSearch> searches) {
        return searches.stream().map(SavedSearch::name).toList();
    }
}
