// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.Upload;
import dev.troubletickets.core.work.KeptAnswer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.spi.storage.ScheduledData;
import java.util.ArrayList;
import java.util.List;

/** The files of answers that have not left yet. */
final class HeldFiles {
    private HeldFiles() {}

    /** In memory, for they go into a mail or back to whoever gave them, whatever becomes of the kept ones. */
    static List<Upload> of(Scope scope, ScheduledData action, KeptAnswer answer) {
        scope.files().fetch(action.files());
        List<Upload> files = new ArrayList<>();
        for (KeptAnswer.Name file : answer.files()) {
            files.add(scope.files()
                    .fetched(
                            scope.stores(),
                            file.name(),
                            file.type(),
                            action.files().get(files.size())));
        }
        return files;
    }
}
