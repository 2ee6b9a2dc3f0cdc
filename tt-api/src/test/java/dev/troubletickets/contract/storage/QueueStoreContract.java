// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.settings.WorkingTime;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Queues (B1). Who locks them first is {@link RaceContract}'s. */
@Tag("B1")
public interface QueueStoreContract extends StorageUnderTest {
    @Test
    default void anEmptyStorageHasNoQueues() {
        assertThat(all()).isEmpty();
        assertThat(write().queues().lockAll()).isEmpty();
    }

    @Test
    default void aQueueComesBackWithEverySettingItHas() {
        QueueSettings full = fullSettings();
        QueueId id = write().queues().create(full, true);

        assertThat(all()).containsExactly(new Queue(id, full, true));
        assertSame(all().get(0), new Queue(id, full, true));
    }

    @Test
    default void aQueueComesBackWithoutTheSettingsItHasNot() {
        QueueId id = queue("Bare");

        assertThat(all()).containsExactly(new Queue(id, QueueSettings.named("Bare"), false));
    }

    @Test
    default void everyAutoCloseIsTakenAtItsWord() {
        for (AutoClose autoClose :
                List.of(AutoClose.atOnce(), AutoClose.afterDays(1), AutoClose.afterDays(3650), AutoClose.never())) {
            QueueSettings settings = QueueSettings.named("Q").withAutoClose(autoClose);
            QueueId id = write().queues().create(settings, false);

            assertThat(all()).contains(new Queue(id, settings, false));
        }
    }

    @Test
    default void queuesComeById() {
        QueueId first = queue("Zebra");
        QueueId second = queue("Apple");
        QueueId third = queue("Mango");

        assertThat(all()).extracting(Queue::id).containsExactly(first, second, third);
        assertThat(write().queues().lockAll()).isEqualTo(all());
    }

    @Test
    default void aChangeReplacesEverySettingOfThatQueueAlone() {
        QueueId id = queue("Before");
        QueueId other = queue("Other");
        Queue full = new Queue(id, fullSettings(), true);
        Queue bare = new Queue(id, QueueSettings.named("After"), false);
        Queue untouched = new Queue(other, QueueSettings.named("Other"), false);

        write().queues().change(full);
        assertThat(all()).containsExactly(full, untouched);
        write().queues().change(bare);
        assertThat(all()).containsExactly(bare, untouched);
    }

    @Test
    default void theDefaultCanPassFromOneQueueToAnotherInOneUnit() {
        QueueId first = write().queues().create(QueueSettings.named("First"), true);
        QueueId second = queue("Second");
        run(unit -> {
            for (Queue queue : unit.queues().lockAll()) {
                unit.queues().change(new Queue(queue.id(), queue.settings(), !queue.isDefault()));
            }
        });

        assertThat(all())
                .containsExactly(
                        new Queue(first, QueueSettings.named("First"), false),
                        new Queue(second, QueueSettings.named("Second"), true));
    }

    @Test
    default void anEmptyQueueCanBeDeletedAndItsIdIsNotGivenAgain() {
        QueueId kept = queue("Kept");
        QueueId gone = queue("Gone");
        write().queues().delete(gone);

        assertThat(all()).extracting(Queue::id).containsExactly(kept);
        assertThat(queue("Next")).isNotEqualTo(gone);
    }

    @Test
    default void aQueueWithATicketStays() {
        QueueId id = queue("Full");
        keep(ticket().queue(id).archived());

        assertThatThrownBy(() -> write().queues().delete(id)).isInstanceOf(WriteConflict.class);
        assertThat(all()).extracting(Queue::id).contains(id);
    }

    @Test
    default void aQueueCanBeDeletedInTheUnitThatEmptiesIt() {
        QueueId from = queue("From");
        QueueId to = queue("To");
        var moved = keep(ticket().queue(from));
        var deleted = keep(ticket().queue(from));
        run(unit -> {
            unit.tickets().update(TicketBuilder.after(moved).queue(to).build());
            unit.tickets().delete(deleted.id());
            unit.queues().delete(from);
        });

        assertThat(all()).extracting(Queue::id).doesNotContain(from).contains(to);
    }

    @Test
    default void aDeletedQueueTakesAlongWhatEntitlesTechniciansToIt() {
        QueueId kept = queue("Kept");
        QueueId gone = queue("Gone");
        write().staff().entitle(JOHN, Set.of(kept, gone));
        write().queues().delete(gone);

        assertThat(all()).extracting(Queue::id).containsExactly(kept);
        assertThat(read().staff().find(JOHN).queues()).containsExactly(kept);
    }

    private List<Queue> all() {
        return read().queues().all();
    }

    private static QueueSettings fullSettings() {
        return QueueSettings.named("Účty \uD83D\uDCB0 " + "q".repeat(91))
                .withAddress(EmailAddress.of("Billing@Example.org"))
                .withNewTicketResponse(Wording.of("Dobrý den,\n\n\uD83D\uDC4B {{number}} 'x' \\ ")
                        .in(Locale.GERMAN, " Guten Tag\n")
                        .in(Locale.forLanguageTag("zh-Hant-TW"), "您好 {{name}}"))
                .withResolvedResponse(Wording.of("w".repeat(10_000)))
                .withWorkingTime(WorkingTime.parse("Europe/Prague; MON 09:00-12:00,13:00-17:00; SUN 22:30-00:00;"
                        + " 2026-12-24 09:00-12:00; 2026-12-25 off"))
                .withAutoClose(AutoClose.afterDays(14));
    }
}
