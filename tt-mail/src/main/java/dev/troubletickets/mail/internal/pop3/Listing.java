// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.pop3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.troubletickets.mail.internal.net.Endpoint;
import dev.troubletickets.mail.internal.net.Words;
import dev.troubletickets.spi.mail.MailUnavailable;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.angus.mail.pop3.POP3Folder;

/** What a mailbox holds: how many messages (STAT), under which names (UIDL), how large (LIST). */
record Listing(Endpoint server, Replies replies, POP3Folder inbox) {
    /** Angus reserves room for as many as the server says. */
    private static final int MOST_MESSAGES = 250_000;

    private static final long LINE = 4L << 10;
    private static final long LINES = 32L << 20;

    /** @param bytes 0 where the server does not say */
    record Held(Message message, long bytes) {}

    /** Opens the mailbox; the oldest message is first. */
    Map<String, Held> read() throws MessagingException, IOException {
        replies.expect(LINE, this::requireCount);
        inbox.open(Folder.READ_WRITE);
        replies.expect(LINES);
        Map<Integer, Long> sizes = sizes();
        replies.expect(LINES);
        FetchProfile uids = new FetchProfile();
        uids.add(UIDFolder.FetchProfileItem.UID);
        inbox.fetch(new Message[0], uids);
        Map<String, Held> held = new LinkedHashMap<>();
        for (int number = 1; number <= inbox.getMessageCount(); number++) {
            Message message = inbox.getMessage(number);
            String uid = inbox.getUID(message);
            if (uid == null) {
                throw new MailUnavailable(server + " refuses UIDL, without which messages have no identity", null);
            }
            held.put(uid, new Held(message, sizes.getOrDefault(number, 0L)));
        }
        return held;
    }

    private void requireCount(String answerToStat) {
        String[] words = answerToStat.split(" +", 3);
        if (!words[0].equals("+OK") || words.length < 2 || !isCount(words[1])) {
            throw new MailUnavailable(
                    server + " does not say how many messages it holds: " + Words.of(answerToStat, server), null);
        }
    }

    private static boolean isCount(String word) {
        try {
            return Integer.parseInt(word) >= 0 && Integer.parseInt(word) <= MOST_MESSAGES;
        } catch (NumberFormatException nonsense) {
            return false;
        }
    }

    /** From LIST itself: {@code getSizes} hides a lost connection, {@code getSize} asks for the header of each message. */
    private Map<Integer, Long> sizes() throws MessagingException, IOException {
        InputStream lines = inbox.listCommand();
        if (lines == null) {
            throw new MailUnavailable(server + " refuses LIST", null);
        }
        Map<Integer, Long> sizes = new HashMap<>();
        new String(lines.readAllBytes(), ISO_8859_1).lines().forEach(line -> {
            String[] words = line.strip().split(" +", 3);
            sizes.put(Integer.valueOf(words[0]), Long.valueOf(words[1]));
        });
        return sizes;
    }
}
