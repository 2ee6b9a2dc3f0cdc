// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Split;
import dev.troubletickets.command.Split.Part;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Watcher;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages and files are for those who see the ticket in which they are read, whoever numbered them (A4, B2). */
@Tag("A4")
@Tag("B2")
class SplitSightTest extends SplitScene {
    private QueueId mails;
    private QueueId sites;
    private TicketId part;
    private AttachmentId trace;

    /** John sees mails, kate sees sites, and the ticket is in mails. */
    @BeforeEach
    void twoDepartments() {
        mails = center.queue("Mails", Cast.JOHN);
        sites = center.queue("Sites", Cast.KATE);
        john.change(source, Edit.queue(mails));
        trace = john.ticket(source).messages().get(2).attachments().get(0).id();
        part = part(john.linking()
                .split(source, Split.into(Part.from("Site", word(3)).queue(sites))));
    }

    @Test
    @Tag("F3")
    void whoSeesThePartAloneReachesItsFilesAndNothingElse() {
        assertThat(texts(kate.ticket(part).messages()))
                .containsExactly("My site is down, too.", "the site is on the old server");
        assertThat(kate.quote(word(3))).contains("My site is down");
        assertThat(bytes(kate, trace)).isEqualTo("trace");
        Expect.in(center).notFound("ticket", () -> kate.ticket(source));
        Expect.in(center).notFound("ticket", () -> kate.quote(word(1)));
    }

    @Test
    @Tag("F3")
    void whoSeesTheTicketAloneNoLongerReachesThem() {
        Expect.in(center).notFound("ticket", () -> john.ticket(part));
        Expect.in(center).notFound("message", () -> john.quote(word(3)));
        Expect.in(center).notFound("message", () -> john.download(trace).to(OutputStream.nullOutputStream()));
        Expect.in(center)
                .notFound(
                        "attachment",
                        () -> john.download(new AttachmentId(word(1), 1)).to(OutputStream.nullOutputStream()));
        assertThat(john.quote(word(2))).contains("Mail is fixed");
    }

    @Test
    @Tag("F3")
    void theCustomerReachesThemAndNoOther() {
        ByteArrayOutputStream into = new ByteArrayOutputStream();
        jane.download(trace).to(into);
        assertThat(into.toString(StandardCharsets.UTF_8)).isEqualTo("trace");

        Expect.in(center).notFound("ticket", () -> mary.ticket(part));
        Expect.in(center).notFound("ticket", () -> mary.download(trace).to(OutputStream.nullOutputStream()));
    }

    @Test
    @Tag("F3")
    void onceThePartIsOfAnotherCustomerTheyReachItAndTheFirstDoesNot() {
        kate.change(part, Edit.account(AccountId.of("mary")));

        ByteArrayOutputStream into = new ByteArrayOutputStream();
        mary.download(trace).to(into);
        assertThat(into.toString(StandardCharsets.UTF_8)).isEqualTo("trace");
        Expect.in(center).notFound("message", () -> jane.download(trace).to(OutputStream.nullOutputStream()));
        Expect.in(center).notFound("ticket", () -> mary.ticket(source));
    }

    @Test
    @Tag("G2")
    void aPartOutOfSightIsNotTakenBack() {
        john.linking().undo(john.ticket(source).operations().get(0).id());

        assertThat(janes(part)).containsExactly("My site is down, too.");
        assertThat(janes(source)).containsExactly("All my mail bounces.", "Mail is fixed.");
        Expect.in(center).notFound("message", () -> john.quote(word(3)));
    }

    @Test
    @Tag("G2")
    void noOperationIsUndoneByWhoDoesNotSeeItsTicketOrMayNotSplit() {
        var operation = john.ticket(source).operations().get(0).id();
        center.admin().give(Cast.KATE, Permission.SPLIT);

        Expect.in(center).notFound("operation", () -> kate.linking().undo(operation));
        center.admin().take(Cast.JOHN, Permission.SPLIT);
        center.admin().give(Cast.JOHN, Permission.MERGE);
        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> john.linking().undo(operation));
    }

    @Test
    @Tag("G10")
    void watchersWatchAPartThatTheySee() {
        TicketId other = jane.open(NewTicket.of("Hi", "Hi"));
        jane.reply(other, Reply.of("And my invoice?"));
        john.watching().watch(other);
        kate.watching().watch(other);
        john.favourites().add(other);

        TicketId invoice = part(anna.linking()
                .split(
                        other,
                        Split.into(Part.of("Invoice", MessageId.publicMessage(other, 2))
                                .queue(mails))));

        assertThat(anna.ticket(invoice).watchers())
                .extracting(Watcher::technician)
                .containsExactly(Cast.JOHN);
        assertThat(john.ticket(invoice).favourite()).isFalse();
    }

    private static String bytes(StaffDesk desk, AttachmentId file) {
        ByteArrayOutputStream into = new ByteArrayOutputStream();
        desk.download(file).to(into);
        return into.toString(StandardCharsets.UTF_8);
    }
}
