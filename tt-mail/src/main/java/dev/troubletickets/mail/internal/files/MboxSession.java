// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.files;

import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox.Entry;
import dev.troubletickets.spi.mail.Mailbox.Session;
import dev.troubletickets.spi.mail.Mailbox.TooLarge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Collection;
import java.util.List;

/** The mails between the separators, without the quotation marks of lines that look like one. */
record MboxSession(Path file, FileChannel channel, MboxIndex index) implements Session {
    private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};
    private static final int LONGEST_SEPARATOR = 1024;

    /** Made as it is looked at. Sizes are those in the file. */
    @Override
    public List<Entry> list() {
        return new AbstractList<>() {
            @Override
            public Entry get(int mail) {
                return new Entry(Long.toString(index.start(mail)), index.end(mail) - index.start(mail));
            }

            @Override
            public int size() {
                return index.size();
            }
        };
    }

    @Override
    public byte[] fetch(Entry entry, long limit) throws TooLarge {
        int mail = number(entry.uid());
        long length = index.end(mail) - index.start(mail);
        // lines may lose a mark each, and the separator and the empty line at the end are not the mail's
        if (length > limit + limit / 6 + LONGEST_SEPARATOR || length > Integer.MAX_VALUE - 16) {
            throw new TooLarge(limit);
        }
        byte[] raw = unquoted(read(index.start(mail), (int) length));
        if (raw.length > limit) {
            throw new TooLarge(limit);
        }
        return raw;
    }

    private int number(String uid) {
        try {
            int mail = index.find(Long.parseLong(uid));
            if (mail >= 0) {
                return mail;
            }
        } catch (NumberFormatException isNone) {
            throw new MailUnavailable("no message " + uid + " in " + file, isNone);
        }
        throw new MailUnavailable("no message " + uid + " in " + file, null);
    }

    private byte[] read(long start, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, start + bytes.position()) < 0) {
                    throw new MailUnavailable(file + " was changed while it was read", null);
                }
            }
        } catch (IOException failure) {
            throw MailFile.unreadable(file, failure);
        }
        if (!startsWith(bytes.array(), 0, FROM)) {
            throw new MailUnavailable(file + " was changed while it was read", null);
        }
        return bytes.array();
    }

    /** Without the separator and the empty line at the end. */
    private static byte[] unquoted(byte[] mail) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream(mail.length);
        int line = lineEnd(mail, 0);
        int end = mail.length;
        if (end - line >= 2 && mail[end - 1] == '\n' && mail[end - 2] == '\n') {
            end -= 1;
        } else if (end - line >= 4 && mail[end - 1] == '\n' && mail[end - 2] == '\r' && mail[end - 3] == '\n') {
            end -= 2;
        }
        while (line < end) {
            int next = Math.min(lineEnd(mail, line), end);
            int marks = line;
            while (marks < next && mail[marks] == '>') {
                marks++;
            }
            int from = marks > line && startsWith(mail, marks, FROM) ? line + 1 : line;
            raw.write(mail, from, next - from);
            line = next;
        }
        return raw.toByteArray();
    }

    private static int lineEnd(byte[] mail, int from) {
        int at = from;
        while (at < mail.length && mail[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, mail.length);
    }

    private static boolean startsWith(byte[] mail, int at, byte[] beginning) {
        return at + beginning.length <= mail.length
                && java.util.Arrays.equals(mail, at, at + beginning.length, beginning, 0, beginning.length);
    }

    @Override
    public void delete(Collection<String> uids) {
        throw FileSession.onlyRead(file);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException afterTheFact) {
            return;
        }
    }
}
