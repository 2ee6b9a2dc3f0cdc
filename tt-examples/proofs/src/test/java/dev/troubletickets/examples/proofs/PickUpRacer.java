// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.failure.TakenByAnother;
import dev.troubletickets.jdbc.JpaStorage;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Scanner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** A node whose technician tries to pick up every ticket; says what it got, and who had the rest. */
final class PickUpRacer {
    private static final int THREADS = 4;

    private PickUpRacer() {}

    public static void main(String[] args) throws Exception {
        StaffId me = StaffId.of(args[1]);
        long from = Long.parseLong(args[2]);
        long to = Long.parseLong(args[3]);
        try (HikariDataSource pool = Stores.pool(args[0], THREADS);
                JpaStorage storage = JpaStorage.on(pool)) {
            StaffDesk desk = Desk.on(storage).build().staff(me);
            List<Long> tickets =
                    new ArrayList<>(LongStream.rangeClosed(from, to).boxed().toList());
            Collections.shuffle(tickets, new Random(7));
            System.out.println("ready");
            new Scanner(System.in).nextLine();
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<String>> tries = tickets.stream()
                    .map(id -> threads.submit(() -> tryOne(desk, id)))
                    .toList();
            for (Future<String> each : tries) {
                System.out.println(each.get());
            }
            threads.shutdown();
            System.out.println("done");
        }
    }

    private static String tryOne(StaffDesk desk, long id) {
        try {
            desk.pickUp(TicketId.of(id));
            return id + " mine";
        } catch (TakenByAnother e) {
            return id + " " + e.holder();
        }
    }
}
