// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.bulk;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.core.work.Json;
import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.BulkStore.NewJob;
import java.util.Objects;

/** Mass actions and searches as they are kept. */
final class BulkJson {
    private BulkJson() {}

    static String write(BulkAction action) {
        return Json.write(action);
    }

    static String write(Search search) {
        return Json.write(search);
    }

    static BulkAction action(NewJob job) {
        return Json.read(job.action(), BulkAction.class);
    }

    /** Of a job that has one. */
    static Search search(NewJob job) {
        return Json.readOver(Search.everything(), Objects.requireNonNull(job.search()), Search.class);
    }
}
