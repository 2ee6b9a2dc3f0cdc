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
import dev.troubletickets.spi.storage.Storage;
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

    final TestCenter center;
    final StaffDesk chief;
    /** Who looks after the ticket: the chief, or the reseller's where support is not offered. */
    final StaffDesk inCharge;

    final Scene scene;
    final QueueId queue;
    final QueueId hidden;
    final TicketId ticket;
    final TicketId foreign;
    private final List<TicketId> foreigners;

    private static TestCenter wired(Storage storage) {
        return TestCenter.on(
                storage,
                builder -> builder.encryption(new Envelope())
                        .encryptionKeys(new Keyring())
                        .sealing(AesGcmSealing.with(Secret.of("0123456789abcdef0123456789abcdef")))
                        .diagnostics(new InMemoryDiagnostics()
                                .add(Tool.of("dig", "", Target.Kind.NAME), target -> "An answer."))
                        .billing(InMemoryBilling.create())
                        .spelling(WordListSpellChecker.of(Locale.ENGLISH, List.of("word"))));
    }

    /** @param storage an empty one */
    Setting(Storage storage, Scene scene, Set<Permission> held) {
        center = wired(storage);
        chief = center.center().staff(Company.CHIEF);
        this.scene = scene;
        inCharge = scene.offered() ? chief : center.center().staff(Company.RESELLERS_CHIEF);
        Company.gather(center, held);
        center.settings(settings -> settings.withAutoClose(AutoClose.never()).withRatings(true));
        queue = center.queue(
                "Web", StaffId.of(Who.ENTITLED.id()), StaffId.of(Who.WITHOUT_PERMISSION.id()), Company.COLLEAGUE);
        hidden = center.queue("Hidden");
        foreign = opened(Company.NEIGHBOUR, hidden, chief);
        foreigners =
                List.of(foreign, opened(Company.NEIGHBOUR, hidden, chief), opened(Company.NEIGHBOUR, hidden, chief));
        if (!scene.offered()) {
            Company.setAside(center);
        }
        ticket = openedByOwner();
        answered();
        related();
        stated();
    }

    /** In the queue. */
    final TicketId openedByOwner() {
        return opened(AccountId.of(Who.OWNER.id()), queue, inCharge);
    }

    /** Of two messages and a note. */
    final TicketId opened(AccountId account, QueueId in, StaffDesk by) {
        CustomerDesk customer = center.center().customer(account);
        TicketId opened = customer.open(
                NewTicket.of("Help", Envelope.seal("A word")).attach(Upload.of("a.txt", "text/plain", FILE)));
        customer.reply(opened, Reply.of("Another word."));
        by.change(opened, Edit.queue(in));
        by.note(opened, "A note.");
        return opened;
    }

    private void answered() {
        if (scene.state() == State.ANSWERED || scene.state() == State.ARCHIVED) {
            inCharge.pickUp(ticket);
            inCharge.answer(ticket, Answer.of("An answer.").keepOpen());
            inCharge.release(ticket);
        }
    }

    private void related() {
        StaffId actor = StaffId.of(scene.who().id());
        switch (scene.relation()) {
            case NONE -> {}
            case ASSIGNEE -> inCharge.assign(ticket, actor);
            case COLLEAGUES -> inCharge.assign(ticket, aColleague());
            case LOCKED -> {
                inCharge.assign(ticket, aColleague());
                center.center().staff(aColleague()).composing().lock(ticket);
            }
            case PART -> {
                inCharge.assign(ticket, actor);
                inCharge.redirect(ticket, Holder.technician(aColleague()));
            }
            case INVITED_TO_READ -> inCharge.collaborating().invite(ticket, actor, CollaboratorRight.READ);
            case INVITED_TO_NOTE -> inCharge.collaborating().invite(ticket, actor, CollaboratorRight.NOTE);
            case INVITED_TO_ANSWER -> inCharge.collaborating().invite(ticket, actor, CollaboratorRight.ANSWER);
        }
    }

    private void stated() {
        switch (scene.state()) {
            case NEW, ANSWERED -> {}
            case ON_HOLD -> inCharge.hold(ticket);
            case SNOOZED -> inCharge.snooze(ticket, tomorrow());
            case RESOLVED -> inCharge.resolve(ticket);
            case CLOSED -> inCharge.close(ticket);
            case ARCHIVED ->
                center.center().customer(AccountId.of(Who.OWNER.id())).archive(ticket);
            case MERGED -> inCharge.linking().merge(ticket, openedByOwner());
            case DELETED -> inCharge.delete(ticket);
        }
    }

    /** Of the side the ticket is on. */
    final StaffId aColleague() {
        return scene.offered() ? Company.COLLEAGUE : Company.RESELLERS_COLLEAGUE;
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
