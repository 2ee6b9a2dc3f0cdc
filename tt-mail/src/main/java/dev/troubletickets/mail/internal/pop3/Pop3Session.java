// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.pop3;

import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.mail.internal.net.Words;
import dev.troubletickets.mail.internal.pop3.Listing.Held;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox.Entry;
import dev.troubletickets.spi.mail.Mailbox.Session;
import dev.troubletickets.spi.mail.Mailbox.TooLarge;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.pop3.POP3Folder;

/** A transaction (RFC 1939 section 5): what is there does not change until the end, when it is deleted all at once or not at all. */
final class Pop3Session implements Session {
    private static final long PATIENCE = 64L << 20;
    private static final long LINE = 4L << 10;

    private final Endpoint server;
    private final Pop3Sockets sockets;
    private final POP3Folder inbox;
    private final Map<String, Held> held;
    private final List<Message> deleted = new ArrayList<>();
    /** Replies may no longer belong to commands. */
    private boolean broken;

    private int confirmed;
    private String said = "the connection is lost";

    /** @param held what is in the inbox; is changed */
    Pop3Session(Endpoint server, Pop3Sockets sockets, POP3Folder inbox, Map<String, Held> held) {
        this.server = server;
        this.sockets = sockets;
        this.inbox = inbox;
        this.held = held;
    }

    @Override
    public List<Entry> list() {
        return held.entrySet().stream()
                .map(mail -> new Entry(mail.getKey(), mail.getValue().bytes()))
                .toList();
    }

    @Override
    public byte[] fetch(Entry entry, long limit) throws TooLarge {
        Held mail = held.get(entry.uid());
        if (mail == null) {
            throw new MailUnavailable("no message " + entry.uid() + " in " + server, null);
        }
        if (mail.bytes() > limit + limit / 8 + 1024) {
            throw new TooLarge(limit);
        }
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        retrieve(mail.message(), limit, raw);
        if (raw.size() > limit) {
            throw new TooLarge(limit);
        }
        return raw.toByteArray();
    }

    private void retrieve(Message message, long limit, ByteArrayOutputStream raw) {
        if (broken) {
            throw new MailUnavailable(server + ": the connection is lost", null);
        }
        broken = true;
        try {
            sockets.replies().expect(limit + PATIENCE);
            message.writeTo(upTo(limit, raw));
            broken = false;
        } catch (MessagingException | IOException | RuntimeException lost) {
            throw new MailUnavailable(
                    server + " broke off: " + sockets.deadline().why(lost, server), lost);
        }
    }

    /** Keeps a byte more than the limit; what follows is let go by, so that the connection can be used again. */
    private static OutputStream upTo(long limit, ByteArrayOutputStream kept) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                if (kept.size() <= limit) {
                    kept.write(b);
                }
            }
        };
    }

    /** Nothing is sent before {@link #close}. */
    @Override
    public void delete(Collection<String> uids) {
        for (String uid : uids) {
            Held mail = held.remove(uid);
            if (mail != null) {
                deleted.add(mail.message());
            }
        }
    }

    /** Angus ignores what DELE and QUIT are answered, so the answers are counted here. */
    @Override
    public void close() {
        try (sockets) {
            if (!broken) {
                inbox.setFlags(deleted.toArray(Message[]::new), new Flags(Flags.Flag.DELETED), true);
                sockets.replies().expect(LINE * (deleted.size() + 1), this::hear);
                inbox.close(true);
            }
        } catch (MessagingException | RuntimeException failure) {
            said = sockets.deadline().why(failure, server);
        }
        if (!deleted.isEmpty() && confirmed <= deleted.size()) {
            throw new MailUnavailable(server + " does not confirm what was deleted: " + said, null);
        }
    }

    private void hear(String reply) {
        if (reply.startsWith("+OK")) {
            confirmed++;
        } else {
            said = Words.of(reply, server);
        }
    }
}
