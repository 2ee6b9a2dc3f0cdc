// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory;

import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A mailbox in memory that behaves like a POP3 account: a session sees what was there when it listed, and deletions happen when it is
 * closed. Any number of sessions at a time. Faults are injected with {@link #unavailable} and {@link #breakAfter}.
 */
public final class InMemoryMailbox implements Mailbox {
    private static final int NEVER = -1;

    private final String name;
    private final Map<Long, byte[]> messages = new TreeMap<>();
    private long lastUid;
    private boolean unavailable;
    private int callsLeft = NEVER;

    InMemoryMailbox(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    /** Copies the bytes; answers the uid under which they will be listed. */
    public synchronized String deliver(byte[] raw) {
        lastUid++;
        messages.put(lastUid, raw.clone());
        notifyAll();
        return Long.toString(lastUid);
    }

    /** Messages in the mailbox. */
    public synchronized int size() {
        return messages.size();
    }

    /** While true, opening and every call on a session fails with {@link MailUnavailable}; false by default. */
    public synchronized void unavailable(boolean down) {
        unavailable = down;
        notifyAll();
    }

    /** The connection breaks once, after so many further calls on sessions ({@code close} counts); what it deleted stays. */
    public synchronized void breakAfter(int calls) {
        callsLeft = calls;
    }

    @Override
    public synchronized Session open() {
        check();
        return new Open();
    }

    /** One that tells of deliveries and waits for ever. */
    @Override
    public synchronized Optional<Watch> watch() {
        check();
        return Optional.of(new Watching());
    }

    private synchronized void call() {
        check();
        if (callsLeft != NEVER && callsLeft-- == 0) {
            throw new MailUnavailable("connection lost, as the test wants it", null);
        }
    }

    private void check() {
        if (unavailable) {
            throw new MailUnavailable("mailbox " + name + " is down, as the test wants it", null);
        }
    }

    private synchronized List<Entry> entries() {
        return messages.entrySet().stream()
                .map(e -> new Entry(e.getKey().toString(), e.getValue().length))
                .toList();
    }

    private synchronized byte[] content(String uid) {
        return messages.entrySet().stream()
                .filter(e -> e.getKey().toString().equals(uid))
                .findFirst()
                .map(e -> e.getValue().clone())
                .orElseThrow(() -> new MailUnavailable("no message " + uid + " in " + name, null));
    }

    private synchronized void remove(Set<String> uids) {
        messages.keySet().removeIf(uid -> uids.contains(uid.toString()));
    }

    private final class Open implements Session {
        private final Set<String> deleted = new HashSet<>();

        @Override
        public List<Entry> list() {
            call();
            return entries();
        }

        @Override
        public byte[] fetch(Entry entry, long limit) throws TooLarge {
            call();
            byte[] content = content(entry.uid());
            if (content.length > limit) {
                throw new TooLarge(limit);
            }
            return content;
        }

        @Override
        public void delete(Collection<String> uids) {
            call();
            deleted.addAll(uids);
        }

        @Override
        public void close() {
            if (!deleted.isEmpty()) {
                call();
                remove(deleted);
            }
        }
    }

    private final class Watching implements Watch {
        private long seen = lastUid;
        private boolean closed;

        @Override
        public boolean await() {
            synchronized (InMemoryMailbox.this) {
                while (seen == lastUid) {
                    check();
                    if (closed) {
                        throw new MailUnavailable("the watch of mailbox " + name + " is closed", null);
                    }
                    pause();
                }
                seen = lastUid;
                return true;
            }
        }

        private void pause() {
            try {
                InMemoryMailbox.this.wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MailUnavailable("interrupted", e);
            }
        }

        @Override
        public void close() {
            synchronized (InMemoryMailbox.this) {
                closed = true;
                InMemoryMailbox.this.notifyAll();
            }
        }
    }
}
