// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import dev.troubletickets.mail.internal.files.EmlFolder;
import dev.troubletickets.mail.internal.files.Maildir;
import dev.troubletickets.mail.internal.files.MboxFile;
import dev.troubletickets.spi.mail.Mailbox;
import java.nio.file.Path;

/**
 * Mails in files on this machine, as mailboxes. They are read and nothing is changed: {@code delete} of a session throws {@link
 * UnsupportedOperationException}, so they are not for polling, but for handing in one by one ({@code Background.receive}). The one
 * exception is {@link #inbox}. A session sees the files as they are when it is opened; one that is no longer so when it is read throws
 * {@link dev.troubletickets.spi.mail.MailUnavailable}, as does whatever cannot be read. Symbolic links are passed over.
 */
public final class MailFiles {
    private MailFiles() {}

    /**
     * A file in the format mbox (RFC 4155), of any size: no more of it is in memory than one mail and eight bytes for each. Lines that
     * begin with {@code >From }, with any number of {@code >}, lose one (mboxrd; the same as mboxo but for {@code >>From }). A separator
     * is a line that begins with {@code From }, has a time and a year, and stands at the beginning or after an empty line. Line ends are
     * those of the file.
     *
     * @param name stable over restarts and unique in the installation; 1 to 190 characters
     */
    public static Mailbox mbox(String name, Path file) {
        return new MboxFile(MailboxAccount.requireName(name), file);
    }

    /** A Maildir: what is in {@code new} and in {@code cur}, the oldest first. */
    public static Mailbox maildir(String name, Path folder) {
        return new Maildir(MailboxAccount.requireName(name), folder, false);
    }

    /**
     * What is in the {@code new} of a Maildir, to be polled ({@link JakartaMail#polling}): to delete is to move to {@code cur}, flagged as
     * seen, as a mail program does with what was looked at.
     */
    public static Mailbox inbox(String name, Path folder) {
        return new Maildir(MailboxAccount.requireName(name), folder, true);
    }

    /** The files of a folder whose names end with {@code .eml}, in any case, the oldest first; not those of folders in it. */
    public static Mailbox eml(String name, Path folder) {
        return new EmlFolder(MailboxAccount.requireName(name), folder);
    }
}
