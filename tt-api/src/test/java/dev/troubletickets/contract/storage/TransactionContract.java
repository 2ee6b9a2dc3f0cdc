// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.bytes;
import static dev.troubletickets.contract.storage.StorageFixtures.history;
import static dev.troubletickets.contract.storage.StorageFixtures.mail;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static dev.troubletickets.contract.storage.StorageFixtures.publicMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.AuditStore;
import dev.troubletickets.spi.storage.DocumentStore.Document;
import dev.troubletickets.spi.storage.IntakeStore.Ending;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** One unit of work: all of it or nothing, and it sees what it wrote. */
public interface TransactionContract extends StorageUnderTest {
    @Test
    default void theResultOfTheWorkComesBack() {
        Object result = new Object();

        Object written = write(unit -> result);
        Object read = read(unit -> result);
        assertThat(written).isSameAs(result);
        assertThat(read).isSameAs(result);
    }

    @Test
    default void whatTheWorkThrowsComesOut() {
        RuntimeException failure = new IllegalArgumentException("the work's own");
        assertThatThrownBy(() -> run(unit -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThatThrownBy(() -> read(unit -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    default void failedWorkLeavesNothingNew() {
        TicketData ticket = ticket().build();
        fails(unit -> {
            unit.tickets().insert(ticket);
            unit.conversations().add(publicMessage(ticket.id(), 1, 1));
            unit.conversations().add(history(ticket.id(), 1, 0));
            unit.threads().remember("<a@x>", ticket.id());
            unit.queues().create(QueueSettings.named("New"), false);
            unit.staff().saveProfile(JOHN, StaffProfile.of("John", EmailAddress.of("john@example.org")));
            unit.staff().decide(JOHN, Permission.DELETE, true);
            unit.documents().save(new Document("settings", 1, "{}"));
            unit.mailboxes().lease("support", START, minutes(5));
            long mail = unit.intake()
                    .store("support", "1", "sha", bytes("raw"), START)
                    .orElseThrow();
            unit.intake().claimIdentity("<a@x>", mail);
            unit.outbox().add(mail(ticket.id(), "m"));
            unit.audit().add(new AuditStore.Line(START, Actor.system(), "nothing"));
        });

        read(unit -> {
            assertThat(unit.tickets().find(ticket.id())).isEmpty();
            assertThat(unit.conversations().allMessages(ticket.id())).isEmpty();
            assertThat(unit.conversations().history(ticket.id())).isEmpty();
            assertThat(unit.threads().find(List.of("<a@x>"))).isEmpty();
            assertThat(unit.queues().all()).hasSize(1);
            assertThat(unit.staff().find(JOHN).profile()).isEmpty();
            assertThat(unit.staff().find(JOHN).decided()).isEmpty();
            assertThat(unit.documents().find("settings")).isEmpty();
            assertThat(unit.mailboxes().states()).isEmpty();
            assertThat(unit.intake().waiting()).isZero();
            assertThat(unit.outbox().findByMessageId("<m@desk.example>")).isEmpty();
            assertThat(unit.audit().latest(1)).isEmpty();
            return true;
        });
        assertThat(write().intake().store("support", "1", "sha", bytes("raw"), START))
                .as("it can be stored as if it had never come")
                .isPresent();
        assertThat(write().outbox().claim(minutes(1), minutes(2), 5)).isEmpty();
    }

    @Test
    default void failedWorkChangesNothing() {
        TicketData ticket = keep(ticket().messages(2, 2, 0));
        QueueId queue = queue("Before");
        long mail = write().intake()
                .store("support", "1", "sha", bytes("raw"), START)
                .orElseThrow();
        run(unit -> {
            unit.conversations().add(publicMessage(ticket.id(), 1, 1));
            unit.staff().entitle(JOHN, Set.of(queue));
            unit.documents().save(new Document("settings", 1, "before"));
            unit.outbox().add(mail(null, "m"));
        });
        fails(unit -> {
            unit.tickets().markReadByCustomer(ticket.id(), 2);
            unit.tickets().update(TicketBuilder.after(ticket).subject("After").build());
            unit.tickets().delete(ticket.id());
            unit.queues().change(new Queue(queue, QueueSettings.named("After"), true));
            unit.staff().entitle(JOHN, Set.of());
            unit.documents().save(new Document("settings", 2, "after"));
            unit.intake().finish(mail, Ending.of(MailOutcome.OPENED, null, ""));
            unit.outbox().claim(minutes(1), minutes(60), 5);
        });

        assertThat(kept(ticket.id())).isEqualTo(ticket);
        read(unit -> {
            assertThat(unit.conversations().allMessages(ticket.id())).hasSize(1);
            assertThat(unit.queues().all()).contains(new Queue(queue, QueueSettings.named("Before"), false));
            assertThat(unit.staff().find(JOHN).queues()).containsExactly(queue);
            assertThat(unit.documents().find("settings")).contains(new Document("settings", 1, "before"));
            assertThat(unit.intake().waiting()).isEqualTo(1);
            return true;
        });
        assertThat(write().outbox().claim(minutes(1), minutes(60), 5)).hasSize(1);
    }

    @Test
    default void aNumberIsNeverGivenTwiceNotEvenByFailedWork() {
        TicketId[] failed = new TicketId[1];
        fails(unit -> failed[0] = unit.tickets().nextId());

        assertThat(write().tickets().nextId()).isNotEqualTo(failed[0]);
    }

    @Test
    default void aConflictLeavesNothingAndTheWorkMayBeRunAgain() {
        write().documents().save(new Document("settings", 1, "theirs"));
        TicketData ticket = ticket().build();

        assertThatThrownBy(() -> run(unit -> {
                    unit.tickets().insert(ticket);
                    unit.documents().save(new Document("settings", 1, "mine"));
                }))
                .isInstanceOf(WriteConflict.class);
        assertThat(read().tickets().find(ticket.id())).isEmpty();
        run(unit -> {
            unit.tickets().insert(ticket);
            unit.documents().save(new Document("settings", 2, "mine"));
        });
        assertThat(kept(ticket.id())).isEqualTo(ticket);
    }

    @Test
    default void aUnitSeesWhatItWrote() {
        TicketData first = ticket().messages(2, 2, 0).build();
        TicketData second = TicketBuilder.after(first).subject("Second").build();
        TicketCriteria all = TicketCriteria.of(new Visibility.Everything()).readBy(JOHN);
        run(unit -> {
            unit.tickets().insert(first);
            assertThat(unit.tickets().find(first.id())).contains(first);
            assertThat(unit.tickets().update(second)).isTrue();
            assertThat(unit.tickets().find(first.id())).contains(second);
            assertThat(unit.tickets().update(second)).isFalse();
            unit.tickets().markReadByCustomer(first.id(), 2);
            assertThat(unit.tickets().find(first.id()).orElseThrow().state().customerRead())
                    .isEqualTo(2);
            assertThat(unit.tickets().list(all).get(0).unread()).isTrue();
            unit.conversations().add(publicMessage(first.id(), 1, 1));
            unit.conversations().markRead(first.id(), JOHN, 2);
            assertThat(unit.tickets().list(all).get(0).unread()).isFalse();
            assertThat(unit.conversations().allMessages(first.id())).hasSize(1);
            unit.tickets().delete(first.id());
            assertThat(unit.tickets().count(all)).isZero();
            assertThat(unit.tickets().find(first.id())).isEmpty();
            assertThat(unit.conversations().allMessages(first.id())).isEmpty();
        });
    }

    @Test
    default void aReadLeavesNothing() {
        TicketData ticket = ticket().build();
        try {
            read(unit -> {
                unit.tickets().insert(ticket);
                return true;
            });
        } catch (RuntimeException refused) {
            assertThat(refused).isNotInstanceOf(WriteConflict.class);
        }

        assertThat(read().tickets().find(ticket.id())).isEmpty();
    }

    private void fails(Consumer<UnitOfWork> work) {
        RuntimeException failure = new IllegalStateException("on purpose");
        assertThatThrownBy(() -> run(unit -> {
                    work.accept(unit);
                    throw failure;
                }))
                .isSameAs(failure);
    }
}
