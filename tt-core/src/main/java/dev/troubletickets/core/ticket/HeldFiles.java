// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.Upload;
import dev.troubletickets.core.work.KeptAnswer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.spi.storage.WriteConflict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The files of answers that have not left yet. */
final class HeldFiles {
    private HeldFiles() {}

    static void keep(Scope scope, long action, List<Upload> files) {
        try {
            for (int i = 0; i < files.size(); i++) {
                scope.stores().schedule().putFile(action, i + 1, files.get(i));
            }
        } catch (IOException e) {
            throw Files.unreadable(e);
        }
    }

    /** Read whenever they are opened, in this unit, one at a time in memory. */
    static List<Upload> stored(Scope scope, ScheduledData action, KeptAnswer answer) {
        List<Upload> files = new ArrayList<>();
        for (KeptAnswer.Name file : answer.files()) {
            int number = files.size() + 1;
            files.add(Upload.of(file.name(), file.type(), file.size(), () -> open(scope, action, number)));
        }
        return files;
    }

    /** All of them, for after this unit. */
    static List<Upload> inMemory(Scope scope, ScheduledData action, KeptAnswer answer) {
        return stored(scope, action, answer).stream().map(HeldFiles::read).toList();
    }

    private static Upload read(Upload stored) {
        try (InputStream in = stored.open()) {
            return Upload.of(stored.name(), stored.type(), in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file that is gone has gone with its answer, which another unit has just sent or taken back. */
    private static InputStream open(Scope scope, ScheduledData action, int number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!scope.stores().schedule().copyFile(action.id(), number, bytes)) {
            throw new WriteConflict("file " + number + " of scheduled action " + action.id() + " is gone");
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
