// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.settings.AutomaticMailLimits;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Whoever writes, in whatever order and however fast, and whatever answers our mails: at most one automatic answer goes from us to an
 * address in the window (D4).
 */
@Tag("D4")
class AutomaticAnswersTest {
    private static final String HONEST = "honest@away.example";
    private static final String SILENT = "silent@away.example";
    private static final String BOUNCED = "gone@away.example";
    private static final String OTHER_DESK = "help@other.example";

    /** What happens, and then all mails are carried until nobody answers any more. */
    enum Step {
        HONEST_VACATIONER_WRITES,
        SILENT_VACATIONER_WRITES,
        SOMEBODY_WRITES_WHO_BOUNCES,
        THE_OTHER_DESK_WRITES,
        A_MINUTE_PASSES,
        SIX_MINUTES_PASS
    }

    @Property(tries = 25)
    void atMostOneAutomaticAnswerPerPairAndWindow(
            @ForAll @IntRange(min = 1, max = 15) int minutes, @ForAll @Size(min = 8, max = 25) List<Step> steps) {
        World world = new World(minutes);
        steps.forEach(world::take);

        world.us.answered.forEach((address, instants) -> {
            for (int i = 1; i < instants.size(); i++) {
                assertThat(Duration.between(instants.get(i - 1), instants.get(i)))
                        .as("between two automatic mails to %s", address)
                        .isGreaterThanOrEqualTo(Duration.ofMinutes(minutes));
            }
        });
        assertThat(world.them.answered.getOrDefault(TestCenter.SUPPORT, List.of()))
                .as("receipts of what their own technicians have opened, and no answer to any mail of ours")
                .hasSize(world.openings);
    }

    /** A desk, how many of its mails were carried, and when which address got an automatic one. */
    private static final class Post {
        private final TestCenter center;
        private final Map<String, List<Instant>> answered = new HashMap<>();

        Post(TestCenter center, int minutes) {
            this.center = center;
            center.settings(s -> s.withAutomaticMail(new AutomaticMailLimits(minutes, 2, 5, 1000)));
        }

        List<InMemoryMail.Sent> carried() {
            center.mail().forgetSent();
            center.run();
            List<InMemoryMail.Sent> sent = center.mail().sent();
            sent.forEach(mail -> {
                if (center.mail().read(mail).header("Auto-Submitted").isPresent()) {
                    mail.accepted()
                            .forEach(to -> answered.computeIfAbsent(to.value(), any -> new ArrayList<>())
                                    .add(center.clock().instant()));
                }
            });
            return sent;
        }
    }

    private static final class World {
        private final Post us;
        private final Post them;
        private int mails;
        private int openings;

        World(int minutes) {
            us = new Post(TestCenter.create(), minutes);
            them = new Post(
                    TestCenter.on(
                            InMemoryStorage.create(),
                            builder -> builder.installation("Other Hosting", OTHER_DESK)
                                    .secret(Secret.of("a secret of the other hosting's"))),
                    minutes);
        }

        void take(Step step) {
            switch (step) {
                case HONEST_VACATIONER_WRITES -> write(HONEST);
                case SILENT_VACATIONER_WRITES -> write(SILENT);
                case SOMEBODY_WRITES_WHO_BOUNCES -> write(BOUNCED);
                case THE_OTHER_DESK_WRITES -> theOtherDeskWrites();
                case A_MINUTE_PASSES -> wait(1);
                case SIX_MINUTES_PASS -> wait(6);
            }
            carry();
        }

        private void write(String from) {
            us.center
                    .mail()
                    .deliver(InboundMail.from(from).subject("Matter " + mails++).bytes());
        }

        private void theOtherDeskWrites() {
            openings++;
            TicketId ticket = them.center
                    .john()
                    .openFor(EmailAddress.of(TestCenter.SUPPORT), NewTicket.of("Peering " + mails++, "Hello"));
            them.center.john().pickUp(ticket);
            them.center.john().answer(ticket, Answer.of("Shall we peer?"));
        }

        private void wait(int minutes) {
            us.center.after(Duration.ofMinutes(minutes));
            them.center.after(Duration.ofMinutes(minutes));
        }

        private void carry() {
            for (int round = 0; round < 20; round++) {
                List<InMemoryMail.Sent> ours = us.carried();
                List<InMemoryMail.Sent> theirs = them.carried();
                if (ours.isEmpty() && theirs.isEmpty()) {
                    return;
                }
                ours.forEach(this::answer);
                theirs.stream()
                        .filter(mail -> mail.accepted().contains(EmailAddress.of(TestCenter.SUPPORT)))
                        .forEach(mail -> us.center.mail().deliver(mail.bytes()));
            }
            throw new AssertionError("a loop");
        }

        private void answer(InMemoryMail.Sent sent) {
            ParsedMail mail = us.center.mail().read(sent);
            for (EmailAddress to : sent.accepted()) {
                switch (to.value()) {
                    case HONEST ->
                        deliver(InboundMail.from(HONEST).replyTo(mail).header("Auto-Submitted", "auto-replied"));
                    case SILENT -> deliver(InboundMail.from(SILENT).subject("I am away " + mails++));
                    case BOUNCED ->
                        deliver(InboundMail.from("MAILER-DAEMON@away.example")
                                .references(mail.messageId().orElseThrow())
                                .header("X-Failed-Recipients", BOUNCED)
                                .subject("Undelivered " + mails++));
                    case OTHER_DESK -> them.center.mail().deliver(sent.bytes());
                    default -> {}
                }
            }
        }

        private void deliver(InboundMail mail) {
            us.center.mail().deliver(mail.bytes());
        }
    }
}
