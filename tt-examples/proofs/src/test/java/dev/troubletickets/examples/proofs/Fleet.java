// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import static dev.troubletickets.examples.proofs.FleetNode.DRAINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.examples.proofs.CrashPoints.Moment;
import dev.troubletickets.memory.MovableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Two nodes on one database and one mail server that work at the same time; of a killed one a new one takes the place. */
final class Fleet implements AutoCloseable {
    /** A killed node's leases run out in it. */
    private static final Duration LEASE = Duration.ofMinutes(11);

    private final Object[] where;
    /** The one that has been there longer first. */
    private final Deque<ChildJvm> nodes = new ArrayDeque<>();

    private final MovableClock clock;
    private int doneBeside;

    /** @param clock stands at the start, and is every node's */
    Fleet(MovableClock clock, String database, int pop3, int smtp) {
        this.clock = clock;
        this.where = new Object[] {database, pop3, smtp};
        nodes.add(ChildJvm.startOneOfMany(FleetNode.class, where));
        nodes.add(ChildJvm.startOneOfMany(FleetNode.class, where));
        nodes.forEach(node -> assertThat(node.line()).isEqualTo("up"));
    }

    /**
     * Both work until nothing is left; the older one is killed if it comes to that moment, and replaced. What it said: that it is at the moment,
     * or that the other has left it nothing to do.
     */
    String workAndKill(Moment moment, int occurrence) {
        ChildJvm victim = nodes.getFirst();
        ChildJvm other = nodes.getLast();
        String crash = " " + moment + " " + occurrence;
        // who begins polls, and the other sends meanwhile
        if (moment.isOfAnswers()) {
            begin(other, "");
            begin(victim, crash);
        } else {
            begin(victim, crash);
            begin(other, "");
        }
        String word = victim.line();
        boolean killed = !word.startsWith(DRAINED);
        if (killed) {
            nodes.removeFirst().close();
            nodes.addLast(ChildJvm.startOneOfMany(FleetNode.class, where));
        }
        int done = end(other);
        if (killed) {
            doneBeside += done;
            assertThat(nodes.getLast().line()).isEqualTo("up");
        }
        return word;
    }

    /** Both work until nothing is left, also of what a killed one had begun: first that is found, and after a pause done again. */
    void settle() {
        for (int again = 1; again <= 2; again++) {
            clock.advance(LEASE);
            nodes.forEach(node -> begin(node, ""));
            nodes.forEach(Fleet::end);
        }
    }

    /** Pieces of work that others did while one was killed. */
    int doneBeside() {
        return doneBeside;
    }

    @Override
    public void close() {
        nodes.forEach(ChildJvm::close);
    }

    private void begin(ChildJvm node, String crash) {
        node.say(Duration.between(FleetNode.START, clock.instant()).toMinutes() + crash);
    }

    private static int end(ChildJvm node) {
        String line = node.line();
        assertThat(line).startsWith(DRAINED);
        return Integer.parseInt(line.substring(DRAINED.length()));
    }
}
