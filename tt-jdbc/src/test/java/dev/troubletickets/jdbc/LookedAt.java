// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.history;
import static dev.troubletickets.contract.storage.StorageFixtures.mail;
import static dev.troubletickets.contract.storage.StorageFixtures.message;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;

import dev.troubletickets.bulk.BulkJob;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.bulk.BulkOutcome.Result;
import dev.troubletickets.contract.storage.TicketBuilder;
import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.BulkStore.NewJob;
import dev.troubletickets.spi.storage.CollaboratorStore.Invited;
import dev.troubletickets.spi.storage.FeedStore.Line;
import dev.troubletickets.spi.storage.FollowStore.Follower;
import dev.troubletickets.spi.storage.FollowStore.Kind;
import dev.troubletickets.spi.storage.IntakeStore.Ending;
import dev.troubletickets.spi.storage.LinkData;
import dev.troubletickets.spi.storage.OperationData;
import dev.troubletickets.spi.storage.OutboxStore.Claim;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Enough tickets, mails and mass actions to look at. */
final class LookedAt {
    private LookedAt() {}

    static void fill(DataSource database) {
        try (Storage storage = JpaStorage.on(database, JpaOptions.defaults().withTablePrefix(Looks.PREFIX))) {
            storage.write(unit -> unit.queues().create(QueueSettings.named("Support"), true));
            storage.<Boolean>write(LookedAt::addTickets);
            storage.<Boolean>write(LookedAt::addMassActions);
            storage.<Boolean>write(unit -> addMails(unit, 400, true));
            storage.<Boolean>write(unit -> addMails(unit, 40, false));
        }
    }

    private static Boolean addTickets(UnitOfWork unit) {
        for (int i = 1; i <= Looks.TICKETS; i++) {
            unit.tickets()
                    .insert(new TicketBuilder(TicketId.of(i), QueueId.of(1))
                            .subject("Ticket " + i)
                            .status(i % 2 == 0 ? Status.values()[i / 2 % 4] : Status.CLOSED)
                            .assignee(i % 3 == 0 ? null : StaffId.of("staff " + i % 7))
                            .priority(i % 101)
                            .account("a" + i % 11)
                            .reseller("r" + i % 11)
                            .requester("c" + i % 300 + "@example.org")
                            .autoCloseAt(i % 100 == 0 ? minutes(i) : null)
                            .weight(i % 13, 0, i % 10)
                            .waitingSince(minutes(i % 500))
                            .due(i % 5 == 0 ? minutes(i) : null)
                            .created(minutes(i))
                            .modified(minutes(i))
                            .lastMessage(minutes(i))
                            .build());
            if (i % 100 == 51) {
                unit.tickets()
                        .update(TicketBuilder.after(
                                        unit.tickets().find(TicketId.of(i)).orElseThrow())
                                .mergedInto(TicketId.of(i - 1), false)
                                .build());
            }
            unit.conversations().add(history(TicketId.of(i), 1, 0));
            if (i % 50 != 0) {
                unit.feed().place(List.of(new Line(TicketId.of(i), 1, 0, minutes(1))), i);
            }
            addMessages(unit, i);
            unit.fields().set(TicketId.of(i), FieldKey.of("code"), FieldValue.text("c " + i));
            unit.fields().set(TicketId.of(i), FieldKey.of("seats"), FieldValue.number(i));
            if (i % 3 == 0) {
                unit.follows().add(Kind.WATCH, new Follower(StaffId.of("staff " + i % 7), minutes(i)), TicketId.of(i));
            }
            if (i % 30 == 0) {
                StaffId guest = StaffId.of("staff " + i % 70);
                unit.collaborators().invite(TicketId.of(i), new Invited(guest, CollaboratorRight.NOTE, minutes(i)));
            }
            if (i % 4 == 0) {
                unit.links().add(new LinkData(TicketId.of(i - 1), TicketId.of(i), LinkData.Kind.ABUSE, minutes(i)));
            }
        }
        return true;
    }

    /** Some of them shown elsewhere; some tickets part of others, by an operation. */
    private static void addMessages(UnitOfWork unit, int i) {
        TicketId id = TicketId.of(i);
        unit.conversations()
                .add(message(MessageId.publicMessage(id, 1), 1, MessageKind.CUSTOMER, "Help " + i, List.of()));
        if (i % 20 == 0) {
            unit.conversations().show(MessageId.publicMessage(id, 1), id, TicketId.of(i - 1));
        }
        if (i % 50 == 0) {
            unit.operations()
                    .add(new OperationData(
                            new OperationId(id, 1),
                            OperationData.Kind.MERGE,
                            minutes(i),
                            Actor.staff(JOHN),
                            "{}",
                            i % 100 == 0));
        }
    }

    private static Boolean addMassActions(UnitOfWork unit) {
        for (int i = 1; i <= 100; i++) {
            BulkJobId id = unit.bulk().create(new NewJob(StaffId.of("staff " + i % 7), minutes(i), "{}", null, 0));
            List<TicketId> tickets =
                    Stream.iterate(1L, n -> n + 1).limit(50).map(TicketId::of).toList();
            unit.bulk().add(id, tickets);
            // few wait, or their index were no better than the one of all
            tickets.subList(5, 50).forEach(ticket -> unit.bulk().settle(id, BulkOutcome.of(ticket, Result.DONE)));
            if (i % 10 != 0) {
                unit.bulk().update(unit.bulk().find(id).orElseThrow().next(BulkJob.State.DONE, 0, minutes(i)));
            }
        }
        return true;
    }

    private static Boolean addMails(UnitOfWork unit, int count, boolean settled) {
        for (int i = 0; i < count; i++) {
            unit.outbox().add(mail(null, "m" + i));
            long in = unit.intake()
                    .store("support", settled + " " + i, "sha", new byte[0], minutes(0))
                    .orElseThrow();
            if (settled) {
                unit.intake().finish(in, Ending.of(MailOutcome.OPENED, null, ""));
            }
        }
        List<Claim> claims = settled ? unit.outbox().claim(minutes(0), minutes(60), count) : List.of();
        claims.forEach(claim -> unit.outbox().sent(claim.id(), claim.fence(), minutes(0)));
        return true;
    }
}
