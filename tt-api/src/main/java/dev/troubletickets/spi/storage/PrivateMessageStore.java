// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.messages.PrivateMessageId;
import dev.troubletickets.people.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Private messages (E8): kept once, with a copy for its sender and one for each recipient, until the last copy is deleted. */
public interface PrivateMessageStore {
    /** Keeps it with all copies, those of recipients unread. */
    PrivateMessageId create(Header header, String text);

    Optional<Found> find(PrivateMessageId id);

    /** The copies of that recipient, the highest number first. */
    List<Listed> inbox(StaffId recipient, Optional<PrivateMessageId> before, int limit);

    /** Those of which the sender has a copy, the highest number first. */
    List<Listed> sent(StaffId sender, Optional<PrivateMessageId> before, int limit);

    long unread(StaffId recipient);

    void markRead(PrivateMessageId id, StaffId recipient);

    /** Deletes the recipient's copy, and with the last one the message; false if there is none. */
    boolean deleteReceived(PrivateMessageId id, StaffId recipient);

    /** Deletes the sender's copy, and with the last one the message; false if there is none. */
    boolean deleteSent(PrivateMessageId id, StaffId sender);

    /** @param to in the order in which they were named */
    record Header(StaffId from, List<StaffId> to, String subject, Instant at) {
        public Header {
            to = List.copyOf(to);
        }
    }

    /** @param unread false in a list of what was sent */
    record Listed(PrivateMessageId id, Header header, boolean unread) {}

    /** @param copies of recipients that are there */
    record Found(Header header, String text, boolean keptBySender, List<Copy> copies) {
        public Found {
            copies = List.copyOf(copies);
        }

        public Optional<Copy> copyOf(StaffId staff) {
            return copies.stream()
                    .filter(copy -> copy.recipient().equals(staff))
                    .findFirst();
        }
    }

    record Copy(StaffId recipient, boolean unread) {}
}
