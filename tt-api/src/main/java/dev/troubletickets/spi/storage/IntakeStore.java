// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailClass;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.MailroomView.Kept;
import dev.troubletickets.view.TakenMail;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Mails that came in: first their bytes, then what became of them. */
public interface IntakeStore {
    /**
     * Keeps the bytes of a fetched mail, to be processed from now on.
     *
     * @return its id; empty, having written nothing, if a mail of that mailbox, uid and digest is kept already
     */
    OptionalLong store(String mailbox, String uid, String sha256, byte[] raw, Instant receivedAt);

    /**
     * The next mail to process: stored or postponed, due, lowest id first, with its bytes, locked until this unit ends; those locked by
     * other units are passed over.
     */
    Optional<StoredMail> lockNext(Instant now);

    /** Whether one with a lower id is to be processed and due: nobody is at it yet, or another unit that has not ended. */
    boolean isPreceded(long mail, Instant now);

    /** Notes what became of it; the mail is not processed again. Without effect on one that has an outcome already: somebody else was first. */
    void finish(long mail, Ending ending);

    /** The mail is to be processed again when due; counts a try. Without effect on one that has an outcome. */
    void postpone(long mail, Instant due, String why);

    /**
     * Claims an identity for a mail; it stays that mail's, also when the mail is processed again.
     *
     * @return the other mail that has claimed it before; empty if it is this one's now
     * @throws WriteConflict at the latest on commit, if another unit claims it at the same time
     */
    OptionalLong claimIdentity(String identity, long mail);

    /** The bytes as they were stored; empty if there is no such mail. */
    Optional<byte[]> raw(long mail);

    /** Puts a quarantined mail back to be processed; false if it is not quarantined. */
    boolean requeue(long mail, Instant now);

    /** Puts a quarantined mail away; false if it is not quarantined. */
    boolean discard(long mail);

    Map<MailOutcome, Long> counts();

    /** Mails not yet processed. */
    long waiting();

    /** The newest first. */
    List<Kept> quarantined(int limit);

    /** Those with an outcome and a lower number than {@code before}, the newest first. */
    List<TakenMail> taken(long before, int limit);

    /** What became of the mails that went to the ticket, in the order they came. */
    List<Placed> placedIn(TicketId ticket);

    /**
     * What became of a mail.
     *
     * @param mailClass null if the mail could not be read
     * @param ticket that it went to, or to which the copy went that came before
     */
    record Ending(
            MailOutcome outcome,
            @Nullable MailClass mailClass,
            @Nullable TicketId ticket,
            String why) {
        /** Of a mail of no known class. */
        public static Ending of(MailOutcome outcome, @Nullable TicketId ticket, String why) {
            return new Ending(outcome, null, ticket, why);
        }
    }

    record Placed(long mail, Instant receivedAt, MailOutcome outcome, String why) {}

    /** @param tries how often it was postponed */
    record StoredMail(long id, String mailbox, Instant receivedAt, byte[] raw, int tries) {}
}
