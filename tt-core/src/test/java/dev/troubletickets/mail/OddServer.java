// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailSystem;
import dev.troubletickets.spi.mail.MailTransport;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A mail server with a habit of its own. */
abstract class OddServer implements MailSystem, Mailbox, Mailbox.Session {
    private final List<byte[]> mails;
    private final MailSystem plain = InMemoryMail.create();

    private OddServer(byte[]... mails) {
        this.mails = new ArrayList<>(List.of(mails));
    }

    /** Lists one mail at a time, each under the same uid. */
    static OddServer thatUsesAUidAgain(byte[]... mails) {
        return new OddServer(mails) {
            @Override
            public List<Entry> list() {
                return mails().stream()
                        .limit(1)
                        .map(mail -> new Entry("1", mail.length))
                        .toList();
            }

            @Override
            public byte[] fetch(Entry entry, long limit) {
                return mails().get(0);
            }

            @Override
            public void delete(Collection<String> uids) {
                uids.forEach(uid -> mails().remove(0));
            }
        };
    }

    /** Breaks the connection whenever it is asked for the first mail. */
    static OddServer thatCannotGiveItsFirstMail(byte[]... mails) {
        return new OddServer(mails) {
            @Override
            public List<Entry> list() {
                return mails().stream()
                        .map(mail -> new Entry(uid(mail), mail.length))
                        .toList();
            }

            @Override
            public byte[] fetch(Entry entry, long limit) {
                if (entry.uid().equals(uid(mails().get(0)))) {
                    throw new MailUnavailable("connection lost", null);
                }
                return mails().stream()
                        .filter(mail -> uid(mail).equals(entry.uid()))
                        .findFirst()
                        .orElseThrow();
            }

            @Override
            public void delete(Collection<String> uids) {
                mails().removeIf(mail -> uids.contains(uid(mail)));
            }
        };
    }

    List<byte[]> mails() {
        return mails;
    }

    static String uid(byte[] mail) {
        return Integer.toString(System.identityHashCode(mail));
    }

    @Override
    public List<Mailbox> mailboxes() {
        return List.of(this);
    }

    @Override
    public MailFormat format() {
        return plain.format();
    }

    @Override
    public MailTransport transport() {
        return plain.transport();
    }

    @Override
    public String name() {
        return "odd";
    }

    @Override
    public Session open() {
        return this;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
