// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import dev.troubletickets.SupportCenter;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.examples.proofs.CrashPoints.Moment;
import dev.troubletickets.examples.quickstart.PostOffice;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.view.Dashboard.SectionName;
import dev.troubletickets.view.Delivery;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.MailroomView;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketPage;
import dev.troubletickets.view.TicketSort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process is killed again and again, each time at another moment, while it takes in mails (D1, D8): twenty times in 500 by itself. */
@Tag("D1")
abstract class KilledIntake {
    /** The build without profiles asks for each moment once. */
    private static final int KILLS = Integer.getInteger("tt.kills", 20);

    private static final int MAILS = Integer.getInteger("tt.mails", KILLS * 25);
    private static final int FIRST = 15;
    /** There are no answers to be sent. */
    private static final List<Moment> MOMENTS = Arrays.stream(Moment.values())
            .filter(moment -> !moment.isOfAnswers())
            .toList();

    private final PostOffice server = Questions.postOffice();
    private GreenMailUser support;

    abstract String where();

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
    @Tag("D8")
    void killedAtEveryMomentItLosesNothingAndDoublesNothing() throws Exception {
        long seed = Long.getLong("tt.seed", 20261121L);
        Random random = new Random(seed);
        for (int round = 0; round < KILLS; round++) {
            Questions.deliver(support, round * MAILS / KILLS + 1, (round + 1) * MAILS / KILLS);
            killAt(moment(round), random, round);
        }
        assertThat(run(KILLS)).isEqualTo("drained");
        assertThat(server.getManagers().getImapHostManager().getInbox(support).getMessageCount())
                .isZero();
        try (Storage storage = Stores.open(where())) {
            requireNothingLostOrDoubled(Desk.on(storage).build());
        }
        assertThat(receipts())
                .allSatisfy((writer, count) -> assertThat(count).as(writer).isOne());
    }

    private void requireNothingLostOrDoubled(SupportCenter center) throws Exception {
        StaffId anna = StaffId.of("anna");
        MailroomView mailroom = center.mailroom(anna).state();
        assertThat(mailroom.waiting()).isZero();
        assertThat(mailroom.taken())
                .isEqualTo(Map.of(MailOutcome.OPENED, (long) MAILS * 4 / 5, MailOutcome.APPENDED, (long) MAILS / 5));
        List<StaffTicketRow> tickets = tickets(center.staff(anna));
        assertThat(tickets).hasSize(MAILS * 4 / 5);
        List<String> said = tickets.stream()
                .flatMap(row -> center.staff(anna).ticket(row.id()).messages().stream())
                .map(message -> message.text().strip())
                .sorted()
                .toList();
        assertThat(said)
                .isEqualTo(IntStream.rangeClosed(1, MAILS)
                        .mapToObj(Questions::text)
                        .sorted()
                        .toList());
        assertThat(mailroom.outbox().keySet())
                .as("every receipt is sent or known to be uncertain: %s", mailroom.troubled())
                .isSubsetOf(Delivery.State.SENT, Delivery.State.UNCERTAIN);
        assertThat(server.getReceivedMessages()).isNotEmpty();
    }

    /** How often each writer got a receipt. */
    private Map<String, Long> receipts() {
        return Arrays.stream(server.getReceivedMessages())
                .collect(Collectors.groupingBy(Questions::recipient, Collectors.counting()));
    }

    /** Each in turn, or always the one of {@code -Dtt.moment}. */
    private static Moment moment(int round) {
        String only = System.getProperty("tt.moment");
        return only != null ? Moment.valueOf(only) : MOMENTS.get(round % MOMENTS.size());
    }

    /** At one of the moment's first occurrences; each is early enough for a node to come to it. */
    private void killAt(Moment moment, Random random, int round) {
        boolean oncePerPoll = EnumSet.of(Moment.BEFORE_DELETION, Moment.AFTER_DELETION, Moment.AFTER_CLOSING)
                .contains(moment);
        assertThat(run(round, moment, oncePerPoll ? 1 : 1 + random.nextInt(FIRST)))
                .isEqualTo("at " + moment);
    }

    private String run(int round, Object... crash) {
        List<Object> arguments = new ArrayList<>(
                List.of(where(), server.getPop3().getPort(), server.getSmtp().getPort(), round));
        arguments.addAll(List.of(crash));
        try (ChildJvm node = ChildJvm.startOneOfMany(IntakeNode.class, arguments.toArray())) {
            return node.line();
        }
    }

    private static List<StaffTicketRow> tickets(StaffDesk desk) {
        List<StaffTicketRow> all = new ArrayList<>();
        Optional<PageToken> next = Optional.empty();
        do {
            TicketPage page = desk.section(SectionName.UNASSIGNED, TicketSort.ascending(TicketSort.Column.ID), next);
            all.addAll(page.tickets());
            next = page.next();
        } while (next.isPresent());
        return all;
    }
}
