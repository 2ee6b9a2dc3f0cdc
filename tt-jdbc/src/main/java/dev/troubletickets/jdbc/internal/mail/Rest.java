// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.mail;

import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** Mails larger than one statement may be: the head stands in the mail's own row, the rest in rows of another table. */
final class Rest {
    private static final int PART = 4 << 20;

    private final Session session;
    private final String table;

    Rest(Session session, String table) {
        this.session = session;
        this.table = table;
    }

    boolean isNeeded(byte[] mail) {
        return session.dialect().limitsStatements() && mail.length > PART;
    }

    byte[] head(byte[] mail) {
        return isNeeded(mail) ? Arrays.copyOf(mail, PART) : mail;
    }

    /** One statement a part: a batch is one again. */
    void put(long id, byte[] mail) {
        for (int from = PART; isNeeded(mail) && from < mail.length; from += PART) {
            session.change(
                    "insert into {" + table + "} (mail, part, content) values (?, ?, ?)",
                    id,
                    from / PART,
                    Arrays.copyOfRange(mail, from, Math.min(mail.length, from + PART)));
        }
    }

    /** Only a head that is full has a rest. */
    byte[] whole(long id, byte[] head) {
        if (!session.dialect().limitsStatements() || head.length < PART) {
            return head;
        }
        List<byte[]> parts =
                session.list("select content from {" + table + "} where mail = ? order by part", Row::bytes, id);
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes(head);
        parts.forEach(mail::writeBytes);
        return mail.toByteArray();
    }
}
