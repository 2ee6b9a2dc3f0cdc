// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.examples.proofs.CrashPoints.Moment;
import dev.troubletickets.memory.MovableClock;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.view.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Scanner;

/** A node that takes in and sends mail whenever it is told to, until nothing is left to do, beside others that do the same. */
final class FleetNode {
    /** What it says when nothing is left to do, before the number of pieces of work it has done. */
    static final String DRAINED = "drained ";

    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    private FleetNode() {}

    /**
     * Arguments: where to store, POP3 port, SMTP port. Each line it is told: how many minutes the clock has gone on since the start, and if it
     * is to stand still, the moment and its occurrence.
     */
    public static void main(String[] args) {
        CrashPoints points = new CrashPoints();
        MovableClock clock = MovableClock.startingAt(START);
        try (Storage storage = Stores.open(args[0])) {
            SupportCenter center = Desk.on(points.on(storage))
                    .mail(points.on(IntakeNode.mail(Integer.parseInt(args[1]), Integer.parseInt(args[2]))))
                    .clock(clock)
                    .build();
            System.out.println("up");
            Scanner told = new Scanner(System.in);
            while (told.hasNextLine()) {
                String[] words = told.nextLine().split(" ");
                clock.set(START.plus(Duration.ofMinutes(Long.parseLong(words[0]))));
                if (words.length > 1) {
                    points.standStillAt(Moment.valueOf(words[1]), Integer.parseInt(words[2]));
                }
                int done = work(center);
                points.goOn();
                System.out.println(DRAINED + done);
            }
        }
    }

    private static int work(SupportCenter center) {
        int done = 0;
        RunReport report = center.background().runDue();
        while (report.didAnything()) {
            done += report.fetched() + report.processed() + report.sent();
            report = center.background().runDue();
        }
        return done;
    }
}
