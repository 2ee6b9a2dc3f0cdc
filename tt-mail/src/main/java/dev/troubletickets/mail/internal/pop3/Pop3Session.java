// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.pop3;

import dev.troubletickets.mail.internal.net.Words;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox.Entry;
import dev.troubletickets.spi.mail.Mailbox.Session;
import dev.troubletickets.spi.mail.Mailbox.TooLarge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A transaction (RFC 1939 section 5): numbers mean the same messages until the end, deletions are done with QUIT. */
final class Pop3Session implements Session {
    private static final int MOST_MESSAGES = 1_000_000;
    private static final long PATIENCE = 64L << 20;

    private final Pop3Connection connection;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<Integer, Long> sizes = new HashMap<>();
    private final Set<Integer> deleted = new HashSet<>();
    private boolean listed;
    private boolean broken;

    Pop3Session(Pop3Connection connection) {
        this.connection = connection;
    }

    /** What the network does in between. */
    private interface Talk<T> {
        T run() throws IOException;
    }

    @Override
    public List<Entry> list() {
        talk(this::look);
        List<Entry> entries = new ArrayList<>();
        numbers.forEach((uid, number) -> {
            if (!deleted.contains(number)) {
                entries.add(new Entry(uid, sizes.getOrDefault(number, 0L)));
            }
        });
        return entries;
    }

    private boolean look() throws IOException {
        if (!listed) {
            connection.command("UIDL", "UIDL, without which messages have no identity");
            connection.lines(line -> pair(line, (number, uid) -> numbers.put(uid, number)));
            connection.command("LIST", "LIST");
            connection.lines(line -> pair(line, (number, size) -> sizes.put(number, Long.parseLong(size))));
            listed = true;
        }
        return true;
    }

    private interface Pair {
        void of(int number, String value);
    }

    private void pair(String line, Pair use) {
        String[] words = line.strip().split(" +", 3);
        try {
            if (words.length < 2 || numbers.size() > MOST_MESSAGES) {
                throw new NumberFormatException();
            }
            use.of(Integer.parseInt(words[0]), words[1]);
        } catch (NumberFormatException nonsense) {
            throw new MailUnavailable(
                    connection.server() + " lists nonsense: " + Words.of(line, connection.server()), nonsense);
        }
    }

    @Override
    public byte[] fetch(Entry entry, long limit) throws TooLarge {
        Optional<byte[]> message = talk(() -> {
            look();
            Integer number = numbers.get(entry.uid());
            if (number == null || deleted.contains(number)) {
                throw new MailUnavailable("no message " + entry.uid() + " in " + connection.server(), null);
            }
            if (sizes.getOrDefault(number, 0L) > limit + limit / 8 + 1024) {
                return Optional.empty();
            }
            connection.command("RETR " + number, "a message");
            return DotStuffed.read(connection.in(), limit, limit + PATIENCE);
        });
        return message.orElseThrow(() -> new TooLarge(limit));
    }

    @Override
    public void delete(Collection<String> uids) {
        talk(() -> {
            look();
            for (String uid : new HashSet<>(uids)) {
                Integer number = numbers.get(uid);
                if (number != null && !deleted.contains(number)) {
                    connection.command("DELE " + number, "to delete");
                    deleted.add(number);
                }
            }
            return true;
        });
    }

    /** Any doubt breaks the session: replies would no longer belong to commands. */
    private <T> T talk(Talk<T> talk) {
        if (broken) {
            throw new MailUnavailable(connection.server() + ": the connection is lost", null);
        }
        broken = true;
        try {
            T result = talk.run();
            broken = false;
            return result;
        } catch (IOException lost) {
            throw new MailUnavailable(connection.server() + " broke off: " + lost.getMessage(), lost);
        }
    }

    @Override
    public void close() {
        try (connection) {
            if (!broken) {
                connection.command("QUIT", "to end the session");
            } else if (!deleted.isEmpty()) {
                throw new MailUnavailable(connection.server() + " was lost before it deleted", null);
            }
        } catch (IOException | MailUnavailable failure) {
            if (!deleted.isEmpty()) {
                throw new MailUnavailable(
                        connection.server() + " does not confirm what was deleted: " + failure.getMessage(), failure);
            }
        }
    }
}
