// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.command.NewPrivateMessage;
import dev.troubletickets.messages.PrivateMessage;
import dev.troubletickets.messages.PrivateMessageId;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.PrivateMessagePage;
import java.util.Optional;
import java.util.Set;

/**
 * What technicians write to one another (E8). A message is there for who sent it and for who got it, each until they delete it for
 * themselves; for everybody else, the main administrator too, it is {@code NotFound}. What nobody has any more is deleted for good.
 *
 * <p>Every method needs {@link dev.troubletickets.rights.Permission#PRIVATE_MESSAGES}. Lists hold 50 a page, the newest first, and throw
 * {@link dev.troubletickets.failure.Invalid} for a token of another list.
 */
public interface PrivateMessages {
    /**
     * Those who chose so ({@link dev.troubletickets.people.Notice#PRIVATE_MESSAGE}) are told by mail from whom it is and what its subject
     * is; the text stays here.
     *
     * @throws dev.troubletickets.failure.Invalid {@code to}, if one of them is nobody who gets private messages
     * @throws dev.troubletickets.failure.OverLimit {@code textCharacters}
     */
    PrivateMessageId send(NewPrivateMessage message);

    /** What the technician got. */
    PrivateMessagePage inbox(Optional<PageToken> from);

    /** What the technician sent. */
    PrivateMessagePage sent(Optional<PageToken> from);

    /** How many in the inbox are unread. */
    long unread();

    /** The page of a message; whoever got it has read it from then on. */
    PrivateMessage message(PrivateMessageId message);

    /**
     * Deletes these from the technician's inbox, or none; the sender and others keep theirs.
     *
     * @throws dev.troubletickets.failure.NotFound if one of them is not there
     * @throws dev.troubletickets.failure.OverLimit {@code messages}, for more than 100
     */
    void deleteReceived(Set<PrivateMessageId> messages);

    /** The same for what the technician sent; who got it keeps theirs. */
    void deleteSent(Set<PrivateMessageId> messages);
}
