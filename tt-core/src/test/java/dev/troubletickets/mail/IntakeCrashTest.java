// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Invariants;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.MailOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Four mails are taken in while something happens at one call after the other; each time all four come to their one outcome. */
@Tag("D1")
@Tag("A2")
class IntakeCrashTest {
    private static final InboundMail JANES =
            InboundMail.from(MailTest.JANE).id("<1@jane.example>").text("It bounces.");
    private static final InboundMail FOLLOW_UP =
            JANES.id("<2@jane.example>").references("<1@jane.example>").text("It still bounces.");
    private static final InboundMail SECOND_COPY = JANES.header("Delivered-To", "list@example.com");
    private static final InboundMail STRANGERS =
            InboundMail.from(MailTest.STRANGER).id("<1@elsewhere.example>").text("Hello?");

    @Test
    void noMailIsLostAndNoneCountsTwiceWhereverTheProcessDies() {
        int steps = sweep(HostCalls::all, (incident, step) -> incident.calls.dieAt(step));
        assertThat(steps).as("crash points").isGreaterThan(150);
    }

    @Test
    void noMailIsLostAndNoneCountsTwiceWhicheverCallFails() {
        int steps = sweep(HostCalls::all, (incident, step) -> incident.calls.at(step, IntakeCrashTest::failure));
        assertThat(steps).as("calls that failed").isGreaterThan(150);
    }

    @Test
    void noMailIsLostAndNoneCountsTwiceWhereverAnotherNodeComesInBetween() {
        sweep(
                HostCalls::betweenUnits,
                (incident, step) -> incident.calls.at(step, part -> {
                    incident.center.run();
                    return null;
                }));
    }

    @Test
    void noMailIsLostAndNoneCountsTwiceWhereverTheProcessSleepsLongerThanItsLease() {
        sweep(
                HostCalls::betweenUnits,
                (incident, step) -> incident.calls.at(step, part -> {
                    incident.center.after(Duration.ofMinutes(11));
                    incident.center.run();
                    return null;
                }));
    }

    private static Throwable failure(String part) {
        return switch (part) {
            case "storage" -> new Unavailable("storage", "as the test wants it", null);
            case "mailbox" -> new MailUnavailable("as the test wants it", null);
            default -> null;
        };
    }

    /** Answers how many steps there are. */
    private static int sweep(Supplier<HostCalls> calls, Happening happening) {
        for (int step = 1; ; step++) {
            Incident incident = new Incident(calls.get());
            List.of(JANES, FOLLOW_UP, SECOND_COPY, STRANGERS)
                    .forEach(mail -> incident.center.mail().deliver(mail.bytes()));
            happening.prepare(incident, step);
            incident.round();
            if (!incident.calls.isReached()) {
                return step;
            }
            incident.recover();
            verify(incident.center, "step " + step);
        }
    }

    private static void verify(TestCenter center, String when) {
        assertThat(center.mail().mailbox().size())
                .as("mails on the server, %s", when)
                .isZero();
        assertThat(conversations(center))
                .as("conversations, %s", when)
                .containsExactlyInAnyOrder(List.of("It bounces.", "It still bounces."), List.of("Hello?"));
        var state = center.center().mailroom(Cast.ANNA).state();
        assertThat(state.taken())
                .as("outcomes, %s", when)
                .isEqualTo(Map.of(MailOutcome.OPENED, 2L, MailOutcome.APPENDED, 1L, MailOutcome.DUPLICATE, 1L));
        assertThat(state.waiting()).as("waiting, %s", when).isZero();
        Map<List<?>, Long> receipts = center.mail().sent().stream()
                .map(center.mail()::read)
                .collect(Collectors.groupingBy(ParsedMail::recipients, Collectors.counting()));
        assertThat(receipts.values()).as("receipts to each, %s", when).allMatch(count -> count == 1);
        Invariants.check(center);
    }

    private static List<List<String>> conversations(TestCenter center) {
        return center.storage().read(Invariants::tickets).stream()
                .map(ticket -> center.anna().ticket(ticket.id()).messages().stream()
                        .map(ConversationItem.Message::text)
                        .toList())
                .toList();
    }

    private interface Happening {
        void prepare(Incident incident, int step);
    }
}
