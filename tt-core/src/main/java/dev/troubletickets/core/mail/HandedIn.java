// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.core.files.Sha256;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.Mailbox;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Takes mails that nobody polls. They are known by source and digest: who is not sure whether one was taken hands it in again. */
final class HandedIn {
    private static final int LONGEST_NAME = 190;
    /** In place of the name that a server gives to a mail. */
    private static final String NO_UID = "-";

    private final Work work;
    private final MailLimits limits;
    private final List<String> mailboxes;

    HandedIn(Work work, MailLimits limits, List<Mailbox> mailboxes) {
        this.work = work;
        this.limits = limits;
        this.mailboxes = mailboxes.stream().map(Mailbox::name).toList();
    }

    /** True if it is new. */
    boolean take(String source, InputStream mail) {
        if (source.isBlank() || source.length() > LONGEST_NAME || source.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a source is named in 1 to " + LONGEST_NAME + " characters in one line");
        }
        if (mailboxes.contains(source)) {
            throw new IllegalArgumentException(source + " is a mailbox");
        }
        byte[] raw = read(mail);
        if (raw.length == 0) {
            throw new IllegalArgumentException("a mail has bytes");
        }
        String digest = Sha256.hex(raw);
        return work.write(scope -> scope.stores()
                .intake()
                .store(source, NO_UID, digest, raw, scope.now())
                .isPresent());
    }

    private byte[] read(InputStream mail) {
        try {
            int most = (int) Math.min(limits.bytes(), Integer.MAX_VALUE - 16);
            byte[] raw = mail.readNBytes(most);
            if (mail.read() >= 0) {
                throw new OverLimit("bytes", most);
            }
            return raw;
        } catch (IOException e) {
            throw new Unavailable("mail", "what was handed in could not be read", e);
        }
    }
}
