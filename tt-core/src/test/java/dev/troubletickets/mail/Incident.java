// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.memory.InMemoryStorage;
import java.time.Duration;

/** A healthy center, and beside it on the same storage and mail a process to which something happens at one of its calls. */
final class Incident {
    final TestCenter center = TestCenter.on(InMemoryStorage.create(), builder -> {});
    final HostCalls calls;
    private final SupportCenter process;

    Incident(HostCalls calls) {
        this.calls = calls;
        this.process = newProcess(calls);
    }

    /** One more process beside the healthy center. */
    SupportCenter newProcess(HostCalls watch) {
        return SupportCenter.builder()
                .storage(watch.storage(center.storage()))
                .identity(center.directory())
                .mail(watch.mail(center.mail()))
                .secret(MailTest.SECRET)
                .installation("Example Hosting", TestCenter.SUPPORT)
                .clock(center.clock())
                .build();
    }

    /** A round of the process; it may be its last. */
    void round() {
        try {
            process.background().runDue();
        } catch (HostCalls.Death itIsNoMore) {
            // nobody is left to say so
        }
    }

    /** As long as every lease and pause lasts, the healthy center works. */
    void recover() {
        for (int round = 0; round < 6; round++) {
            center.run();
            center.after(Duration.ofMinutes(11));
        }
        center.run();
    }
}
