// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.FieldsAdmin;
import dev.troubletickets.event.TicketEvent.CustomFieldChanged;
import dev.troubletickets.fields.CustomField;
import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.fields.FieldType;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.search.FieldSearch;
import dev.troubletickets.search.Missing;
import dev.troubletickets.search.Search;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.Handling;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.SubmissionRule;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.SeenTicket;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.FieldShown;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketSort;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fields of the installation's own (G10): who sees and fills in which, and how tickets are found by them. */
@Tag("G10")
class CustomFieldsTest extends BehaviourTest {
    private static final CustomField DOMAIN = CustomField.of("domain", "Domain", FieldType.TEXT);
    private static final CustomField SEATS = CustomField.of("seats", "Seats", FieldType.NUMBER);
    private static final CustomField SINCE = CustomField.of("since", "Since when", FieldType.DATE);
    private static final CustomField SYSTEM = CustomField.choice("os", "System", "Linux", "Windows");
    private static final CustomField CAUSE =
            CustomField.choice("cause", "Cause", "Disk", "Network").forStaff();
    private static final NewTicket FORM = NewTicket.of("Server down", "It is down.");

    private final FieldsAdmin fields = center.admin().fields();

    @Test
    void aCustomerFillsInWhatStaffAndTheyThemselvesSeeThen() {
        fields.save(List.of(DOMAIN, SEATS, SINCE, SYSTEM, CAUSE));
        assertThat(jane.newTicketForm().fieldsOf(Optional.empty())).containsExactly(DOMAIN, SEATS, SINCE, SYSTEM);

        TicketId ticket = jane.open(FORM.field("domain", FieldValue.text(" jane.example "))
                .field("seats", FieldValue.number(5))
                .field("since", FieldValue.date(LocalDate.of(2026, 3, 1))));

        assertThat(john.ticket(ticket).fields())
                .containsExactly(
                        new FieldShown(DOMAIN, Optional.of(FieldValue.text("jane.example"))),
                        new FieldShown(SEATS, Optional.of(FieldValue.number(5))),
                        new FieldShown(SINCE, Optional.of(FieldValue.date(LocalDate.of(2026, 3, 1)))),
                        new FieldShown(SYSTEM, Optional.empty()),
                        new FieldShown(CAUSE, Optional.empty()));
        assertThat(jane.ticket(ticket).fields()).extracting(FieldShown::field).containsExactly(DOMAIN, SEATS, SINCE);
    }

    @Test
    void whatIsForStaffNoCustomerSeesOrFillsIn() {
        fields.save(List.of(CAUSE));
        Expect.in(center).invalid("fields.cause", () -> jane.open(FORM.field("cause", FieldValue.choice("Disk"))));

        TicketId ticket = john.openFor(Cast.JANE.id(), FORM.field("cause", FieldValue.choice("Disk")));

        assertThat(john.ticket(ticket).fields())
                .extracting(FieldShown::value)
                .containsExactly(Optional.of(FieldValue.choice("Disk")));
        assertThat(jane.ticket(ticket).fields()).isEmpty();
        assertThat(jane.newTicketForm().toString() + jane.ticket(ticket)).doesNotContain("Cause", "Disk");
    }

    @Test
    void whatAFieldDoesNotTakeIsRefusedByItsName() {
        fields.save(List.of(SEATS, SYSTEM));

        Expect.in(center).invalid("fields.seats", () -> jane.open(FORM.field("seats", FieldValue.text("five"))));
        Expect.in(center).invalid("fields.os", () -> jane.open(FORM.field("os", FieldValue.choice("OS/2"))));
        Expect.in(center).invalid("fields.os", () -> jane.open(FORM.field("os", FieldValue.text("Linux"))));
        Expect.in(center).invalid("fields.nowhere", () -> jane.open(FORM.field("nowhere", FieldValue.number(1))));
        Expect.in(center).invalid("fields", () -> FORM.field("No Key", FieldValue.number(1)));
        TicketId ticket = center.opened();
        Expect.in(center)
                .invalid("fields.seats", () -> john.change(ticket, Edit.field("seats", FieldValue.yesNo(true))));
        Expect.in(center).invalid("fields", () -> Edit.field("No Key", FieldValue.number(1)));
    }

    @Test
    void whatIsRequiredHasToBeFilledInByWhoeverSeesIt() {
        fields.save(List.of(SEATS.asRequired(), CAUSE.asRequired()));

        Expect.in(center).invalid("fields.seats", () -> jane.open(FORM));
        Expect.in(center).invalid("fields.seats", () -> center.rita().openFor(Cast.BOB.id(), FORM));
        NewTicket filled = FORM.field("seats", FieldValue.number(0));
        jane.open(filled);
        Expect.in(center).invalid("fields.cause", () -> john.openFor(Cast.JANE.id(), filled));
        TicketId ticket = john.open(filled.field("cause", FieldValue.choice("Disk")));
        john.change(ticket, Edit.noField("seats"));
        assertThat(value(ticket, "seats")).as("afterwards it can be emptied").isEmpty();
    }

    @Test
    void aFieldBelongsToItsQueuesAndCategories() {
        QueueId servers = center.queue("Servers", Cast.JOHN);
        center.settings(s -> s.withCategories(Category.of("Server", servers), Category.of("Mail")));
        CustomField inServers = SEATS.onlyIn(servers).asRequired();
        CustomField ofMail = DOMAIN.onlyOf("Mail");
        fields.save(List.of(inServers, ofMail));
        assertThat(jane.newTicketForm().fieldsOf(Optional.of("Server"))).containsExactly(inServers);
        assertThat(jane.newTicketForm().fieldsOf(Optional.of("Mail"))).containsExactly(ofMail);
        assertThat(jane.newTicketForm().fieldsOf(Optional.empty())).isEmpty();

        Expect.in(center).invalid("fields.seats", () -> jane.open(FORM.category("Server")));
        Expect.in(center).invalid("fields.domain", () -> jane.open(FORM.field("domain", FieldValue.text("x.example"))));
        TicketId ticket = jane.open(FORM.category("Mail").field("domain", FieldValue.text("x.example")));

        Expect.in(center).invalid("fields.seats", () -> john.change(ticket, Edit.field("seats", FieldValue.number(1))));
        john.change(ticket, Edit.field("seats", FieldValue.number(1)), Edit.queue(servers), Edit.noCategory());
        assertThat(value(ticket, "seats")).contains(FieldValue.number(1));
        assertThat(value(ticket, "domain")).as("what stands there stays").contains(FieldValue.text("x.example"));
    }

    @Test
    @Tag("A13")
    @Tag("A15")
    void changesAreToldInTheHistoryAndMakeOtherPagesStale() {
        fields.save(List.of(SEATS, DOMAIN));
        TicketId ticket = jane.open(FORM.field("seats", FieldValue.number(5)));
        SeenTicket seen = kate.ticket(ticket).seen();
        FieldKey seats = FieldKey.of("seats");

        john.change(
                ticket, Edit.field("seats", FieldValue.number(7)), Edit.field("domain", FieldValue.text("a.example")));
        john.change(ticket, Edit.field("seats", FieldValue.number(7)));
        john.change(ticket, Edit.noField("seats"));

        assertThat(center.events(ticket).stream().filter(CustomFieldChanged.class::isInstance))
                .containsExactly(
                        new CustomFieldChanged(seats, Optional.empty(), Optional.of(FieldValue.number(5))),
                        new CustomFieldChanged(
                                seats, Optional.of(FieldValue.number(5)), Optional.of(FieldValue.number(7))),
                        new CustomFieldChanged(
                                FieldKey.of("domain"), Optional.empty(), Optional.of(FieldValue.text("a.example"))),
                        new CustomFieldChanged(seats, Optional.of(FieldValue.number(7)), Optional.empty()));
        assertThat(value(ticket, "seats")).isEmpty();
        Expect.in(center).stale(() -> kate.change(seen, Edit.field("seats", FieldValue.number(1))));
        Expect.in(center)
                .invalid(
                        "edits",
                        () -> john.change(ticket, Edit.field("seats", FieldValue.number(1)), Edit.noField("seats")));
    }

    @Test
    @Tag("A13")
    void ofSeveralEditsNoneIsMadeIfOneCannotBe() {
        fields.save(List.of(SEATS));
        TicketId ticket = center.opened();

        Expect.in(center)
                .invalid(
                        "fields.seats",
                        () -> john.change(ticket, Edit.priority(90), Edit.field("seats", FieldValue.text("x"))));
        assertThat(john.ticket(ticket).header().priority().value()).isEqualTo(50);
    }

    @Test
    @Tag("C2")
    @Tag("B2")
    void ticketsAreFoundByFieldsWithinWhatOneSees() {
        fields.save(List.of(DOMAIN, SEATS));
        QueueId secret = center.queue("Secret");
        TicketId shown =
                jane.open(FORM.field("domain", FieldValue.text("Jane.example")).field("seats", FieldValue.number(5)));
        TicketId hidden =
                jane.open(FORM.field("domain", FieldValue.text("jane.example")).field("seats", FieldValue.number(6)));
        anna.change(hidden, Edit.queue(secret));
        jane.open(FORM.field("domain", FieldValue.text("other.example")));

        assertThat(found(FieldSearch.is("domain", FieldValue.text("JANE.EXAMPLE"))))
                .containsExactly(shown);
        assertThat(found(FieldSearch.contains("domain", "ane."), FieldSearch.atLeast("seats", FieldValue.number(5))))
                .containsExactly(shown);
        assertThat(found(FieldSearch.atLeast("seats", FieldValue.number(6)))).isEmpty();
        john.change(shown, Edit.field("seats", FieldValue.number(6)));
        assertThat(found(FieldSearch.atLeast("seats", FieldValue.number(6)))).containsExactly(shown);
        assertThat(john.search().form().fields()).containsExactly(DOMAIN, SEATS);
        assertThat(john.search()
                        .find(
                                Search.everything().fields(FieldSearch.is("gone", FieldValue.number(1))),
                                TicketSort.descending(TicketSort.Column.CREATED),
                                Optional.empty())
                        .missing())
                .containsExactly(new Missing(Missing.Part.FIELD, "gone"));
    }

    @Test
    void aRangeIsOfNumbersOrOfDays() {
        FieldValue one = FieldValue.number(1);
        FieldValue day = FieldValue.date(LocalDate.of(2026, 1, 1));

        Expect.in(center).invalid("fields", () -> FieldSearch.between("seats", one, day));
        Expect.in(center).invalid("fields", () -> FieldSearch.between("seats", one, FieldValue.number(0)));
        Expect.in(center)
                .invalid(
                        "fields", () -> FieldSearch.between("since", day, FieldValue.date(LocalDate.of(2025, 12, 31))));
        Expect.in(center).invalid("fields", () -> FieldSearch.atLeast("seats", FieldValue.text("a")));
        Expect.in(center).invalid("fields", () -> FieldSearch.contains("seats", " "));
        Expect.in(center).invalid("fields", () -> FieldSearch.is("No Key", one));
        Expect.in(center)
                .overLimit(
                        "searchValues",
                        () -> Search.everything()
                                .fields(IntStream.range(0, 101)
                                        .mapToObj(i -> FieldSearch.is("f" + i, one))
                                        .toArray(FieldSearch[]::new)));
    }

    @Test
    @Tag("E3")
    void onlyWhoMayChangeTheSettingsChangesFields() {
        FieldsAdmin johns = center.center().administration(Cast.JOHN).fields();
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, johns::all);
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> johns.save(List.of(SEATS)));

        center.admin().give(Cast.JOHN, Permission.SETTINGS);
        johns.save(List.of(SEATS));
        assertThat(center.anotherNode().admin().fields().all()).containsExactly(SEATS);
    }

    @Test
    void fieldsNameOnlyWhatThereIsAndKeepTheirType() {
        fields.save(List.of(SEATS));

        Expect.in(center).invalid("fields", () -> fields.save(List.of(SEATS, SEATS)));
        Expect.in(center).invalid("fields", () -> fields.save(List.of(SEATS.onlyIn(QueueId.of(999)))));
        Expect.in(center).invalid("fields", () -> fields.save(List.of(SEATS.onlyOf("Nonsense"))));
        Expect.in(center)
                .invalid("fields", () -> fields.save(List.of(CustomField.of("seats", "Seats", FieldType.TEXT))));
        List<CustomField> many = IntStream.range(0, 51)
                .mapToObj(i -> CustomField.of("f" + i, "F", FieldType.TEXT))
                .toList();
        Expect.in(center).overLimit("fields", () -> fields.save(many));
        assertThat(fields.all()).containsExactly(SEATS);
    }

    @Test
    void whatStandsInAFieldThatWasTakenAwayIsSeenAgainWhenItComesBack() {
        fields.save(List.of(SYSTEM, SEATS));
        TicketId ticket = jane.open(FORM.field("os", FieldValue.choice("Linux")));

        fields.save(List.of(SEATS));
        assertThat(john.ticket(ticket).fields()).extracting(FieldShown::field).containsExactly(SEATS);
        fields.save(List.of(CustomField.choice("os", "System", "BSD")));

        assertThat(value(ticket, "os")).contains(FieldValue.choice("Linux"));
        Expect.in(center).invalid("fields.os", () -> john.change(ticket, Edit.field("os", FieldValue.choice("Linux"))));
        fields.save(List.of());
        fields.save(List.of(CustomField.of("os", "System", FieldType.TEXT)));
        assertThat(value(ticket, "os")).as("of another type now").isEmpty();
    }

    @Test
    @Tag("B10")
    void rulesMoveATicketWhateverItsFieldsAre() {
        QueueId servers = center.queue("Servers", Cast.JOHN);
        fields.save(List.of(SEATS.asRequired()));
        center.admin()
                .rules()
                .save(RuleSet.none()
                        .withSubmission(SubmissionRule.of(
                                "All", Condition.always(), Handling.nothing().queue(servers))));

        TicketId ticket = jane.open(FORM.field("seats", FieldValue.number(3)));

        assertThat(anna.ticket(ticket).header().queue()).isEqualTo(servers);
        assertThat(value(ticket, "seats")).contains(FieldValue.number(3));
    }

    @Test
    @Tag("A11")
    void deletedTicketsAreFoundByNoField() {
        fields.save(List.of(SEATS));
        TicketId ticket = jane.open(FORM.field("seats", FieldValue.number(3)));
        anna.delete(ticket);

        assertThat(found(FieldSearch.is("seats", FieldValue.number(3)))).isEmpty();
        assertThat(center.storage()
                        .<Map<FieldKey, FieldValue>>read(unit -> unit.fields().of(ticket)))
                .isEmpty();
    }

    private List<TicketId> found(FieldSearch... wanted) {
        return john
                .search()
                .find(
                        Search.everything().fields(wanted),
                        TicketSort.descending(TicketSort.Column.CREATED),
                        Optional.empty())
                .tickets()
                .stream()
                .map(StaffTicketRow::id)
                .toList();
    }

    private Optional<FieldValue> value(TicketId ticket, String key) {
        return anna.ticket(ticket).fields().stream()
                .filter(shown -> shown.field().key().value().equals(key))
                .findFirst()
                .flatMap(FieldShown::value);
    }
}
