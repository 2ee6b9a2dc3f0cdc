// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.files;

import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox.Entry;
import dev.troubletickets.spi.mail.Mailbox.Session;
import dev.troubletickets.spi.mail.Mailbox.TooLarge;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Mails that are a file each.
 *
 * @param files by uid, the oldest first
 * @param removal of one of them
 */
record FileSession(Path folder, Map<String, MailFile> files, Consumer<MailFile> removal) implements Session {
    @Override
    public List<Entry> list() {
        return files.entrySet().stream()
                .map(file -> new Entry(file.getKey(), file.getValue().bytes()))
                .toList();
    }

    @Override
    public byte[] fetch(Entry entry, long limit) throws TooLarge {
        MailFile file = files.get(entry.uid());
        if (file == null) {
            throw new MailUnavailable("no message " + entry.uid() + " in " + folder, null);
        }
        return file.read(limit);
    }

    @Override
    public void delete(Collection<String> uids) {
        for (String uid : uids) {
            MailFile file = files.remove(uid);
            if (file != null) {
                removal.accept(file);
            }
        }
    }

    @Override
    public void close() {
        // nothing is open
    }

    /** Of what is only read. */
    static UnsupportedOperationException onlyRead(Path what) {
        return new UnsupportedOperationException(what + " is only read");
    }
}
