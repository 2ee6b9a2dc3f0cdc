// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.mail;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A mailbox to poll (D1), such as a POP3 account or an IMAP folder. */
public interface Mailbox {
    /** Stable over restarts and unique in the installation; part of every fetched mail's identity. At most 190 characters. */
    String name();

    /** @throws MailUnavailable if the server refuses, hangs or lies */
    Session open();

    /**
     * Opens a connection on which the server tells of new mail the moment it comes (IMAP IDLE, RFC 2177).
     *
     * @return empty where there is no such thing, as with POP3; then there are only the rounds of polling
     * @throws MailUnavailable if the server refuses, hangs or lies
     */
    default Optional<Watch> watch() {
        return Optional.empty();
    }

    /**
     * One connection, used by one thread. Listing and fetching change nothing on the server. A method that needs the connection and
     * finds it lost throws {@link MailUnavailable}.
     */
    interface Session extends AutoCloseable {
        /** What the mailbox holds, oldest first. */
        List<Entry> list();

        /**
         * The bytes of a message exactly as the server gives them.
         *
         * @throws TooLarge if it has more than {@code limit} bytes
         */
        byte[] fetch(Entry entry, long limit) throws TooLarge;

        /** Removes messages from the server, at the latest on {@link #close}; those already gone are no error. */
        void delete(Collection<String> uids);

        /** @throws MailUnavailable if the server does not confirm what was deleted */
        @Override
        void close();
    }

    /** One connection that waits for mail: one thread awaits, any thread closes. */
    interface Watch extends AutoCloseable {
        /**
         * Waits until the server tells of a change in the mailbox since this was opened, or since the last it told of.
         *
         * @return false if this has waited for as long as one connection should; another may be opened
         * @throws MailUnavailable if the connection is lost, or is closed meanwhile
         */
        boolean await();

        @Override
        void close();
    }

    /**
     * @param uid names the message for as long as it is in the mailbox (POP3 UIDL; IMAP UIDVALIDITY and UID)
     * @param bytes its size as the server tells it
     */
    record Entry(String uid, long bytes) {}

    /** A message that is larger than it may be; it stays where it is. */
    final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;

        public TooLarge(long limit) {
            super("larger than " + limit + " bytes");
        }
    }
}
