// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Upload;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.Mailroom;
import dev.troubletickets.desk.ResellerDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.kit.Envelope;
import dev.troubletickets.kit.Keyring;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.memory.InMemoryBilling;
import dev.troubletickets.memory.InMemoryDiagnostics;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.memory.WordListSpellChecker;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.Secret;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.spi.diagnostics.Target;
import dev.troubletickets.spi.diagnostics.Tool;
import dev.troubletickets.spi.encryption.AesGcmSealing;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A support center in which a {@link Scene} is set, with the desk of who acts there. */
abstract class Setting {
    private static final byte[] FILE = Envelope.seal("A file").getBytes(StandardCharsets.US_ASCII);

    final TestCenter center = TestCenter.on(
            InMemoryStorage.create(),
            builder -> builder.encryption(new Envelope())
                    .encryptionKeys(new Keyring())
                    .sealing(AesGcmSealing.with(Secret.of("0123456789abcdef0123456789abcdef")))
                    .diagnostics(
                            new InMemoryDiagnostics().add(Tool.of("dig", "", Target.Kind.NAME), target -> "An answer."))
                    .billing(InMemoryBilling.create())
                    .spelling(WordListSpellChecker.of(Locale.ENGLISH, List.of("word"))));
    final StaffDesk chief = center.center().staff(Company.CHIEF);
    final Scene scene;
    final QueueId queue;
    final QueueId hidden;
    final TicketId ticket;
    final TicketId foreign;
    private final List<TicketId> foreigners;

    Setting(Scene scene, Set<Permission> held) {
        this.scene = scene;
        Company.gather(center, held);
        center.settings(settings -> settings.withAutoClose(AutoClose.never()).withRatings(true));
        queue = center.queue(
                "Web", StaffId.of(Who.ENTITLED.id()), StaffId.of(Who.WITHOUT_PERMISSION.id()), Company.COLLEAGUE);
        hidden = center.queue("Hidden");
        foreign = opened(Company.NEIGHBOUR, hidden);
        foreigners = List.of(foreign, opened(Company.NEIGHBOUR, hidden), opened(Company.NEIGHBOUR, hidden));
        ticket = opened(AccountId.of(Who.OWNER.id()), queue);
        answered();
        related();
        stated();
    }

    /** Of two messages and a note. */
    final TicketId opened(AccountId account, QueueId in) {
        CustomerDesk customer = center.center().customer(account);
        TicketId opened = customer.open(
                NewTicket.of("Help", Envelope.seal("A word")).attach(Upload.of("a.txt", "text/plain", FILE)));
        customer.reply(opened, Reply.of("Another word."));
        chief.change(opened, Edit.queue(in));
        chief.note(opened, "A note.");
        return opened;
    }

    private void answered() {
        if (scene.state() == State.ANSWERED || scene.state() == State.ARCHIVED) {
            chief.pickUp(ticket);
            chief.answer(ticket, Answer.of("An answer.").keepOpen());
            chief.release(ticket);
        }
    }

    private void related() {
        StaffId actor = StaffId.of(scene.who().id());
        switch (scene.relation()) {
            case NONE -> {}
            case ASSIGNEE -> chief.assign(ticket, actor);
            case COLLEAGUES -> chief.assign(ticket, Company.COLLEAGUE);
            case LOCKED -> {
                chief.assign(ticket, Company.COLLEAGUE);
                center.center().staff(Company.COLLEAGUE).composing().lock(ticket);
            }
            case PART -> {
                chief.assign(ticket, actor);
                chief.redirect(ticket, Holder.technician(Company.COLLEAGUE));
            }
            case INVITED_TO_READ -> chief.collaborating().invite(ticket, actor, CollaboratorRight.READ);
            case INVITED_TO_NOTE -> chief.collaborating().invite(ticket, actor, CollaboratorRight.NOTE);
            case INVITED_TO_ANSWER -> chief.collaborating().invite(ticket, actor, CollaboratorRight.ANSWER);
        }
    }

    private void stated() {
        switch (scene.state()) {
            case NEW, ANSWERED -> {}
            case ON_HOLD -> chief.hold(ticket);
            case SNOOZED -> chief.snooze(ticket, tomorrow());
            case RESOLVED -> chief.resolve(ticket);
            case CLOSED -> chief.close(ticket);
            case ARCHIVED ->
                center.center().customer(AccountId.of(Who.OWNER.id())).archive(ticket);
            case MERGED -> chief.linking().merge(ticket, opened(AccountId.of(Who.OWNER.id()), queue));
            case DELETED -> chief.delete(ticket);
        }
    }

    StaffDesk chief() {
        return chief;
    }

    /** Whose tickets are hidden. */
    CustomerDesk neighbour() {
        return center.center().customer(Company.NEIGHBOUR);
    }

    /** The hidden tickets. */
    List<TicketId> foreigners() {
        return foreigners;
    }

    TestCenter center() {
        return center;
    }

    CustomerDesk customer() {
        return center.center().customer(AccountId.of(scene.who().id()));
    }

    ResellerDesk reseller() {
        return center.center().reseller(ResellerId.of(scene.who().id()));
    }

    StaffDesk staff() {
        return center.center().staff(StaffId.of(scene.who().id()));
    }

    AdminDesk admin() {
        return center.center().administration(StaffId.of(scene.who().id()));
    }

    Mailroom mailroom() {
        return center.center().mailroom(StaffId.of(scene.who().id()));
    }

    Instant tomorrow() {
        return center.clock().instant().plus(Duration.ofDays(1));
    }
}
