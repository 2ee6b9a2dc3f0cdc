// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.jdbc.JpaStorage;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.ticket.TicketId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two processes on one PostgreSQL: of two technicians who pick up at once, exactly one wins, and the other is told who has it. */
@Tag("B3")
class PickUpRaceTest {
    private static final int TICKETS = 2_000;
    private static final String DATABASE = Postgres.newDatabase();

    @Test
    void everyPickUpHasExactlyOneWinnerAcrossProcesses() {
        try (HikariDataSource pool = Stores.pool(DATABASE, 2);
                JpaStorage storage = JpaStorage.on(pool)) {
            SupportCenter center = Desk.on(storage).build();
            profile(center, "john");
            profile(center, "kate");
            TicketId first = center.customer(Desk.JANE).open(NewTicket.of("Race", "1"));
            TicketId last = first;
            for (int i = 2; i <= TICKETS; i++) {
                last = center.customer(Desk.JANE).open(NewTicket.of("Race", String.valueOf(i)));
            }
            Map<String, Map<Long, String>> told = race(first.value(), last.value());
            int foughtOver = 0;
            for (long id = first.value(); id <= last.value(); id++) {
                String holder = center.staff(StaffId.of("anna"))
                        .ticket(TicketId.of(id))
                        .header()
                        .assignee()
                        .orElseThrow()
                        .value();
                String loser = holder.equals("john") ? "kate" : "john";
                assertThat(told.get(holder).get(id)).isEqualTo("mine");
                assertThat(told.get(loser).get(id)).isEqualTo(holder);
                foughtOver += loser.equals("john") ? 1 : 0;
            }
            // a race in which one of the two never won was none
            assertThat(foughtOver).isBetween(1, TICKETS - 1);
        }
    }

    private static Map<String, Map<Long, String>> race(long from, long to) {
        try (ChildJvm john = ChildJvm.start(PickUpRacer.class, DATABASE, "john", from, to);
                ChildJvm kate = ChildJvm.start(PickUpRacer.class, DATABASE, "kate", from, to)) {
            List.of(john, kate).forEach(racer -> assertThat(racer.line()).isEqualTo("ready"));
            List.of(john, kate).forEach(racer -> racer.say("go"));
            return Map.of("john", result(john), "kate", result(kate));
        }
    }

    private static Map<Long, String> result(ChildJvm racer) {
        Map<Long, String> told = new HashMap<>();
        for (String line = racer.line(); !line.equals("done"); line = racer.line()) {
            String[] words = line.split(" ");
            told.put(Long.parseLong(words[0]), words[1]);
        }
        return told;
    }

    private static void profile(SupportCenter center, String id) {
        center.staff(StaffId.of(id)).saveProfile(StaffProfile.of(id, EmailAddress.of(id + "@example.com")));
    }
}
