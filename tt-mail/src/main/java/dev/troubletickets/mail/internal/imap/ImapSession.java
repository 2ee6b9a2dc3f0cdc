// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.imap;

import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox.Entry;
import dev.troubletickets.spi.mail.Mailbox.Session;
import dev.troubletickets.spi.mail.Mailbox.TooLarge;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** Messages are named {@code UIDVALIDITY-UID} (RFC 3501 section 2.3.1.1); reading them sets no flag. */
final class ImapSession implements Session {
    private static final int BUFFER = 64 << 10;

    private final ImapConnection connection;
    private final IMAPFolder folder;
    private boolean unconfirmed;

    ImapSession(ImapConnection connection) {
        this.connection = connection;
        this.folder = connection.folder();
    }

    @Override
    public List<Entry> list() {
        try {
            Message[] messages = folder.getMessages();
            FetchProfile profile = new FetchProfile();
            profile.add(UIDFolder.FetchProfileItem.UID);
            profile.add(FetchProfile.Item.SIZE);
            folder.fetch(messages, profile);
            String prefix = prefix();
            List<Entry> entries = new ArrayList<>();
            for (Message message : messages) {
                if (!message.isExpunged()) {
                    entries.add(new Entry(prefix + folder.getUID(message), message.getSize()));
                }
            }
            return entries;
        } catch (MessagingException | RuntimeException failure) {
            throw unavailable(failure);
        }
    }

    @Override
    public byte[] fetch(Entry entry, long limit) throws TooLarge {
        try {
            Message[] found = messages(List.of(entry.uid()));
            if (found.length == 0) {
                throw new MailUnavailable("no message " + entry.uid() + " in " + connection.server(), null);
            }
            try (InputStream bytes = ((IMAPMessage) found[0]).getMimeStream()) {
                return read(bytes, limit);
            }
        } catch (MessagingException | IOException | RuntimeException failure) {
            throw unavailable(failure);
        }
    }

    private static byte[] read(InputStream in, long limit) throws IOException, TooLarge {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (out.size() + (long) read > limit) {
                throw new TooLarge(limit);
            }
            out.write(buffer, 0, read);
        }
        return out.toByteArray();
    }

    /** Done at once: flagged, then removed by UID where the server can (RFC 4315), else with all that is flagged. */
    @Override
    public void delete(Collection<String> uids) {
        if (uids.isEmpty()) {
            return;
        }
        unconfirmed = true;
        try {
            if (folder.getMode() != Folder.READ_WRITE) {
                folder.close(false);
                folder.open(Folder.READ_WRITE);
            }
            Message[] messages = messages(uids);
            if (messages.length > 0) {
                folder.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
                if (connection.store().hasCapability("UIDPLUS")) {
                    folder.expunge(messages);
                } else {
                    folder.expunge();
                }
                if (messages(uids).length > 0) {
                    throw new MailUnavailable(connection.server() + " has not deleted what it was told to", null);
                }
            }
            unconfirmed = false;
        } catch (MessagingException | RuntimeException failure) {
            throw unavailable(failure);
        }
    }

    private Message[] messages(Collection<String> uids) throws MessagingException {
        String prefix = prefix();
        long[] numbers = uids.stream()
                .filter(uid -> uid.startsWith(prefix))
                .map(uid -> uid.substring(prefix.length()))
                .filter(uid ->
                        !uid.isEmpty() && uid.length() <= 10 && uid.chars().allMatch(c -> c >= '0' && c <= '9'))
                .mapToLong(Long::parseLong)
                .distinct()
                .toArray();
        return numbers.length == 0
                ? new Message[0]
                : Arrays.stream(folder.getMessagesByUID(numbers))
                        .filter(Objects::nonNull)
                        .toArray(Message[]::new);
    }

    private String prefix() throws MessagingException {
        return folder.getUIDValidity() + "-";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (MessagingException | RuntimeException afterTheFact) {
            if (unconfirmed) {
                throw unavailable(afterTheFact);
            }
        }
        if (unconfirmed) {
            throw new MailUnavailable(connection.server() + " did not confirm what was deleted", null);
        }
    }

    private MailUnavailable unavailable(Exception failure) {
        return connection.unavailable(failure);
    }
}
