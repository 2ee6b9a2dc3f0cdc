// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import dev.troubletickets.contract.figures.Figures;
import dev.troubletickets.examples.proofs.CrashPoints.Moment;
import dev.troubletickets.examples.proofs.Ledger.Mishap;
import dev.troubletickets.examples.quickstart.PostOffice;
import dev.troubletickets.memory.MovableClock;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.view.Delivery;
import dev.troubletickets.view.MailOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes take in mail and send answers at the same time, and one of them is killed again and again; {@code docs/mail-figures.md}. */
@Tag("kills")
class KilledNodesTest {
    private static final int KILLS_EACH = 3;
    private static final int MOST_TRIES = 30;
    private static final int MAILS_A_ROUND = 15;
    private static final Set<Moment> ONCE_A_POLL =
            EnumSet.of(Moment.BEFORE_DELETION, Moment.AFTER_DELETION, Moment.AFTER_CLOSING, Moment.AFTER_CLAIMING);
    private static final Set<Moment> OF_ANY_UNIT =
            EnumSet.of(Moment.BEFORE_COMMIT, Moment.INSIDE_UNIT, Moment.AFTER_COMMIT);

    private final PostOffice server = Questions.postOffice();
    private final String database = Postgres.newDatabase();
    private final Random random = new Random(Long.getLong("tt.seed", 20261122L));
    private final Map<Moment, Tally> tallies = new EnumMap<>(Moment.class);
    private GreenMailUser support;
    private int delivered;

    /** What happened in the rounds of one moment. */
    private static final class Tally {
        private int kills;
        /** Kills between the server's word on an answer and the commit that notes it. */
        private int unnoted;

        private final Map<Mishap, Integer> mishaps = new EnumMap<>(Mishap.class);

        int of(Mishap mishap) {
            return mishaps.getOrDefault(mishap, 0);
        }
    }

    @BeforeEach
    void startMailServer() {
        server.start();
        support = server.setUser(IntakeNode.USER, IntakeNode.USER, IntakeNode.PASSWORD);
    }

    @AfterEach
    void stopMailServer() {
        server.stop();
    }

    @Test
    @Tag("D1")
    @Tag("D8")
    void twoNodesOfWhichOneIsKilledAtAnyMomentLoseNothingAndDoubleNothing() throws Exception {
        int pop3 = server.getPop3().getPort();
        int smtp = server.getSmtp().getPort();
        MovableClock clock = MovableClock.startingAt(FleetNode.START);
        try (Storage storage = Stores.open(database)) {
            Ledger ledger = new Ledger(Desk.on(storage)
                    .mail(IntakeNode.mail(pop3, smtp))
                    .clock(clock)
                    .build());
            try (Fleet fleet = new Fleet(clock, database, pop3, smtp)) {
                deliver();
                fleet.settle();
                for (Moment moment : moments()) {
                    killAt(moment, fleet, ledger);
                }
                ledger.answerAll();
                fleet.settle();
                assertThat(fleet.doneBeside())
                        .as("both nodes have worked at the same time")
                        .isGreaterThan(tallies.size() * KILLS_EACH);
            }
            collect(ledger);
            ledger.forgetTickets();
            Map<Mishap, Integer> end = ledger.count(delivered);
            publish(end);
            requireNothingLostOrDoubled(end);
            requireEverythingSettled(ledger);
        }
    }

    private void killAt(Moment moment, Fleet fleet, Ledger ledger) throws FolderException {
        Tally tally = tallies.computeIfAbsent(moment, any -> new Tally());
        collect(ledger);
        Map<Mishap, Integer> before = ledger.count(delivered);
        for (int tries = 1; tally.kills < KILLS_EACH; tries++) {
            assertThat(tries).as("the killed one comes to %s", moment).isLessThanOrEqualTo(MOST_TRIES);
            ledger.answerAll();
            deliver();
            String word = fleet.workAndKill(moment, occurrence(moment));
            if (word.startsWith("at " + moment)) {
                tally.kills++;
                tally.unnoted += word.endsWith(CrashPoints.UNNOTED) ? 1 : 0;
            }
            fleet.settle();
        }
        collect(ledger);
        ledger.count(delivered)
                .forEach((mishap, count) -> tally.mishaps.put(mishap, count - before.getOrDefault(mishap, 0)));
    }

    /** All, or only the one of {@code -Dtt.moment}. */
    private static List<Moment> moments() {
        String only = System.getProperty("tt.moment");
        return only != null ? List.of(Moment.valueOf(only)) : List.of(Moment.values());
    }

    /** Each is early enough for a node to come to it, though the other does half of the work. */
    private int occurrence(Moment moment) {
        return ONCE_A_POLL.contains(moment) ? 1 : 1 + random.nextInt(OF_ANY_UNIT.contains(moment) ? 15 : 3);
    }

    private void deliver() {
        Questions.deliver(support, delivered + 1, delivered + MAILS_A_ROUND);
        delivered += MAILS_A_ROUND;
    }

    /** Nothing of it is in the inbox that the nodes poll, for they have drained it. */
    private void collect(Ledger ledger) throws FolderException {
        assertThat(server.getManagers().getImapHostManager().getInbox(support).getMessageCount())
                .isZero();
        ledger.took(server.getReceivedMessages());
        server.purgeEmailFromAllMailboxes();
    }

    private void requireNothingLostOrDoubled(Map<Mishap, Integer> end) {
        assertThat(tallies.values()).allSatisfy(tally -> assertThat(tally.kills).isEqualTo(KILLS_EACH));
        int kills = tallies.values().stream().mapToInt(tally -> tally.kills).sum();
        // decided so: an answer of which the server's word was lost is sent once more, under its Message-ID
        assertThat(tallies)
                .allSatisfy((moment, tally) -> assertThat(tally.of(Mishap.ANSWER_TAKEN_AGAIN))
                        .as("sent again after %s", moment)
                        .isEqualTo(tally.unnoted));
        assertThat(end.get(Mishap.RECEIPT_UNCERTAIN)).isLessThanOrEqualTo(kills);
        EnumSet.complementOf(EnumSet.of(Mishap.ANSWER_TAKEN_AGAIN, Mishap.RECEIPT_UNCERTAIN))
                .forEach(
                        mishap -> assertThat(end.get(mishap)).as(mishap.shown()).isZero());
    }

    private void requireEverythingSettled(Ledger ledger) {
        int replies = (int)
                IntStream.rangeClosed(1, delivered).filter(Questions::isReply).count();
        assertThat(ledger.mailroom().waiting()).isZero();
        assertThat(ledger.mailroom().taken())
                .isEqualTo(
                        Map.of(MailOutcome.OPENED, (long) delivered - replies, MailOutcome.APPENDED, (long) replies));
        assertThat(ledger.mailroom().outbox().keySet()).isSubsetOf(Delivery.State.SENT, Delivery.State.UNCERTAIN);
        assertThat(ledger.answered()).isEqualTo(delivered - replies);
        assertThat(ledger.deliveries()).hasSize(ledger.answered()).containsOnly(Delivery.State.SENT);
    }

    private void publish(Map<Mishap, Integer> end) throws IOException {
        Stream<String> shown = Stream.of(Mishap.values()).map(Mishap::shown);
        Figures figures = Figures.ofMails(
                "kills",
                "Killed nodes (D1, D8)",
                "Two nodes on one PostgreSQL and one mail server take in mails and send answers and receipts at the same time. One of"
                        + " them is killed with SIGKILL at the moment, and a new one takes its place. An answer of which"
                        + " nobody knows whether the server has it, since its sender was killed between the server's word and"
                        + " the commit that notes it, is sent once more under the same Message-ID; a receipt is not, and the"
                        + " mailroom shows it as uncertain. Needs no collected mails: `./mvnw verify -Preal-mail"
                        + " -Dtt.docs.write=true`.",
                Stream.concat(Stream.of("killed", "times"), shown).toArray(String[]::new));
        tallies.forEach((moment, tally) -> row(figures, words(moment), tally.kills, tally.mishaps));
        int kills = tallies.values().stream().mapToInt(tally -> tally.kills).sum();
        row(figures, "of " + delivered + " mails in all", kills, end);
        figures.publish();
    }

    private static String words(Moment moment) {
        return moment.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void row(Figures figures, String name, int kills, Map<Mishap, Integer> mishaps) {
        List<Object> cells = new ArrayList<>(List.of(name, kills));
        Stream.of(Mishap.values()).forEach(mishap -> cells.add(mishaps.getOrDefault(mishap, 0)));
        figures.row(cells.toArray());
    }
}
