// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a technician may do and see: asked at each call, as the rules want it, in one statement. */
record PlainRights(boolean profile, List<Long> queues, List<String> decided) {
    private static final long DEFAULT_QUEUE = 1;
    private static final String SQL = """
            select 'profile', full_name from tt_staff where staff = ?
            union all select 'queue', cast(queue as text) from tt_staff_queue where staff = ?
            union all select permission, cast(given as text) from tt_staff_right where staff = ?""";

    static PlainRights of(Connection connection, String staff) throws SQLException {
        record Line(String what, String value) {}
        boolean profile = false;
        List<Long> queues = new ArrayList<>(List.of(DEFAULT_QUEUE));
        List<String> decided = new ArrayList<>();
        for (Line line :
                Jdbc.list(connection, SQL, row -> new Line(row.getString(1), row.getString(2)), staff, staff, staff)) {
            switch (line.what()) {
                case "profile" -> profile = true;
                case "queue" -> queues.add(Long.valueOf(line.value()));
                default -> decided.add(line.what());
            }
        }
        return new PlainRights(profile, queues, decided);
    }

    /** The condition that a ticket of somebody is visible; {@code ?} stands for the technician. */
    String visible() {
        return "(t.queue in (" + inQueues() + ") or t.assignee = ?)";
    }

    /** So many numbers in the text: a statement for each set of queues, and there are few sets. */
    String inQueues() {
        return String.join(", ", queues.stream().map(String::valueOf).toList());
    }
}
