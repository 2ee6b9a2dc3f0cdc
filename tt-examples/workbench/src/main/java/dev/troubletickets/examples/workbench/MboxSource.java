// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import dev.troubletickets.mail.MailFiles;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.mail.Mailbox.Entry;
import dev.troubletickets.spi.mail.Mailbox.TooLarge;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The messages of an mbox, numbered from 1. */
record MboxSource(String file, Path path, int size) implements Source {
    private static final long LIMIT = MailLimits.defaults().bytes();

    /** @throws MailUnavailable if it is no mbox */
    static MboxSource of(String file, Path path) {
        try (Mailbox.Session session = open(path)) {
            return new MboxSource(file, path, session.list().size());
        }
    }

    @Override
    public void read(Consumer<Letter> reader) {
        try (Mailbox.Session session = open(path)) {
            List<Entry> entries = session.list();
            for (int i = 0; i < entries.size(); i++) {
                reader.accept(letter(session, entries.get(i), file + "#" + (i + 1)));
            }
        } catch (MailUnavailable changed) {
            reader.accept(Letter.missing(file, "it cannot be read any more"));
        }
    }

    private static Letter letter(Mailbox.Session session, Entry entry, String name) {
        try {
            return Letter.of(name, session.fetch(entry, LIMIT));
        } catch (TooLarge e) {
            return Letter.tooLarge(name, new byte[0], LIMIT);
        } catch (MailUnavailable e) {
            return Letter.missing(name, "it cannot be read");
        }
    }

    private static Mailbox.Session open(Path path) {
        return MailFiles.mbox("mbox", path).open();
    }
}
