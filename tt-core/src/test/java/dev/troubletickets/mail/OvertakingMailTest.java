// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.spi.files.BlobStore;
import dev.troubletickets.spi.storage.IntakeStore;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mail and its sender's next one, which answers it, are processed at the same time by two nodes: the second waits for the first. */
@Tag("D1")
@Tag("D3")
class OvertakingMailTest extends MailTest {
    private static final InboundMail FIRST =
            InboundMail.from(MARY).id("<1@mary.example>").text("It bounces.");
    private static final InboundMail SECOND = InboundMail.from(MARY)
            .id("<2@mary.example>")
            .references("<1@mary.example>")
            .text("It still bounces.");

    /** Passes over the mail that the first node is at. */
    private final SupportCenter second = node(builder -> builder.storage(withoutTheFirst(center.storage())));

    @Test
    void theAnswerWaitsAndJoinsTheTicketOfWhatItAnswers() {
        deliver(FIRST, SECOND);
        second.background().runDue();
        assertThat(tickets()).as("until the first is processed").isEmpty();

        center.run();
        center.after(Duration.ofSeconds(5));
        center.run();
        TicketId ticket = tickets().get(0).id();
        assertThat(tickets()).hasSize(1);
        assertThat(texts(ticket)).containsExactly("It bounces.", "It still bounces.");
    }

    @Test
    void whatAnswersNothingDoesNotWait() {
        deliver(FIRST, InboundMail.from(MARY).id("<3@mary.example>").text("Another thing."));
        second.background().runDue();
        assertThat(tickets()).hasSize(1);
    }

    @Test
    void whatAnswersAKnownMailDoesNotWait() {
        TicketId ticket = opened(FIRST);
        deliver(InboundMail.from(STRANGER).text("Hello?"), SECOND);
        second.background().runDue();
        assertThat(texts(ticket)).containsExactly("It bounces.", "It still bounces.");
    }

    @Test
    void itWaitsForHalfAMinuteAndNoLonger() {
        deliver(FIRST, SECOND);
        for (int seconds : new int[] {5, 10, 20}) {
            second.background().runDue();
            assertThat(taken(MailOutcome.OPENED)).isZero();
            center.after(Duration.ofSeconds(seconds));
        }
        second.background().runDue();
        assertThat(taken(MailOutcome.OPENED)).isOne();
    }

    private void deliver(InboundMail... mails) {
        for (InboundMail mail : mails) {
            center.mail().deliver(mail.bytes());
        }
    }

    private static Storage withoutTheFirst(Storage real) {
        return new Storage() {
            @Override
            public <T> T write(Work<T> work) {
                return real.write(unit -> work.in(passingOver(UnitOfWork.class, unit)));
            }

            @Override
            public <T> T read(Work<T> work) {
                return real.read(work);
            }

            @Override
            public BlobStore blobs() {
                return real.blobs();
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }

    private static <T> T passingOver(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return switch (method.getName()) {
                            case "intake" -> passingOver(IntakeStore.class, (IntakeStore) method.invoke(real));
                            case "lockNext" -> second((IntakeStore) real, (Instant) arguments[0]);
                            default -> method.invoke(real, arguments);
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** The next but one, as where another unit has locked the next. */
    private static Optional<IntakeStore.StoredMail> second(IntakeStore intake, Instant now) {
        Optional<IntakeStore.StoredMail> first = intake.lockNext(now);
        first.ifPresent(mail -> intake.postpone(mail.id(), now.plusSeconds(1), "for the moment"));
        Optional<IntakeStore.StoredMail> second = first.flatMap(mail -> intake.lockNext(now));
        first.ifPresent(mail -> intake.postpone(mail.id(), now, "as it was"));
        return second;
    }
}
