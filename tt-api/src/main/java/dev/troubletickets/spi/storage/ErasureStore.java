// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.erasure.ErasureId;
import dev.troubletickets.erasure.ErasureJob;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.erasure.Trace;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Erased;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Erasures of persons (G12), where traces of a person are, and what takes the words out of what is never changed otherwise. What is erased
 * already is found no more, or erased once more without effect.
 */
public interface ErasureStore {
    /** Keeps a new job with version 1, to begin with mails that came in, due at its start. */
    ErasureId create(NewJob job);

    Optional<JobData> find(ErasureId id);

    /**
     * Replaces all but who started the job and when, if its version is still {@code job.version() - 1}. Of one that is over the addresses
     * are forgotten.
     *
     * @return false, having written nothing, if the version has moved or the job is gone
     */
    boolean update(JobData job);

    /** A job that is not over and is due, the longest due first, locked until this unit ends; those locked by others are passed over. */
    Optional<JobData> lockDue(Instant now);

    /** The newest first. */
    List<JobData> list(int limit);

    /** How many are not over. */
    long countOpen();

    /** Notes that the job has touched the ticket; without effect the second time. */
    void note(ErasureId job, TicketId ticket);

    /** The tickets noted, by number, from behind that one on. */
    List<TicketId> noted(ErasureId job, long after, int limit);

    /** The largest number that the phase goes through; 0 if there is none. */
    long last(Phase phase);

    /**
     * Tickets in which a trace of the person is, by number, from behind one number on up to another: their own; those with an address of
     * theirs in CC, in a line of the history or in an operation; those in whose history they acted; those in which a message of theirs is
     * shown or numbered.
     */
    List<TicketId> tickets(Person person, long after, long upTo);

    /** What holds words in that phase, by number from behind one on; see {@link Phase}. */
    List<Words> words(Phase phase, long after, int limit);

    /** Puts one text in the place of all its words; see {@link Phase}. Without effect if it is gone. */
    void rewrite(Phase phase, long number, String text);

    /** By number, from behind one on; without those that are empty. */
    List<MailIn> mailsIn(long after, int limit);

    /** Those that went to the ticket, by number; without those that are empty. */
    List<Long> mailsInOf(TicketId ticket);

    /** Empties a mail that came in, and forgets why it had its outcome; one that waits or is quarantined is put away. Waits for who is at it. */
    void eraseMailIn(long mail);

    /** Replaces the bytes of a mail that came in. */
    void rewriteMailIn(long mail, byte[] raw);

    /** By number, from behind one on; without those that are empty. */
    List<MailOut> mailsOut(long after, int limit);

    /** Those of the ticket, by number; without those that are empty. */
    List<Long> mailsOutOf(TicketId ticket);

    /** The {@linkplain OutgoingData.Kind#COPY copies} among them. */
    List<MailOut> copiesOf(TicketId ticket);

    /** Takes bytes and recipients out of a mail that was sent; removes any other. */
    void eraseMailOut(long mail);

    /** Takes recipients from a mail that goes out, and replaces its bytes. */
    void rewriteMailOut(long mail, Set<EmailAddress> without, byte[] content);

    /**
     * The message's text is {@link Erased#TEXT}; its files, the name of an author who is not staff, the address and Message-ID are gone; an
     * author known by an address is {@link Erased#ADDRESS}.
     */
    void eraseMessage(MessageId message);

    /** Replaces actor and data of the line of that ticket, version and index. */
    void rewrite(HistoryEntry line);

    /** Orders to the host's billing about the account that have words, by their ids, from behind one on. */
    List<BillingOrderId> orders(AccountId account, Optional<BillingOrderId> after, int limit);

    /** Words and failure of the order are {@link Erased#TEXT}. Without effect if it is gone. */
    void eraseOrder(BillingOrderId order);

    /** All of the ticket, undone ones too. */
    List<OperationData> operations(TicketId ticket);

    /** No Message-ID leads to the ticket any more. */
    void forgetThreads(TicketId ticket);

    /** Nothing is known any more of how much that writer of {@link AdmissionStore} has written. */
    void forgetAdmissions(String writer);

    /** What an erasure goes through, one after another. */
    enum Phase {
        /** {@link #mailsIn}. */
        MAILS_IN,
        /** {@link #mailsOut}. */
        MAILS_OUT,
        /** Subject and text. */
        PRIVATE_MESSAGES,
        /** Title, details, and the texts of notes. */
        TASKS,
        /** Notes of charges, behind the ticket, such as {@code #7 for that night}. Numbers, amounts and keys stay. */
        CHARGES,
        /** {@link #orders}, which are not numbered: 1 stands for all of them. */
        ORDERS,
        /** Name and content of saved searches; to rewrite one is to remove it. */
        SAVED_SEARCHES,
        /** What mass actions find their tickets by; to rewrite it is to forget it, which cancels one that is still collecting. */
        MASS_ACTIONS,
        /** Lines of the audit. */
        AUDIT,
        /** {@link #tickets}. */
        TICKETS,
        DONE;

        public boolean isOver() {
            return this == DONE;
        }

        /** What comes after it. */
        public Phase next() {
            List<Phase> all = List.of(values());
            return all.get(Math.min(all.indexOf(this) + 1, all.size() - 1));
        }
    }

    /** @param words with line ends between */
    record Words(long number, String words) {}

    /**
     * @param standing waits or is quarantined, has brought a message, or is nothing more
     * @param ticket that it went to
     */
    record MailIn(long number, Standing standing, @Nullable TicketId ticket, byte[] raw) {}

    /** What a mail that came in is good for. */
    enum Standing {
        WAITS,
        MESSAGE,
        OVER
    }

    /**
     * @param all to whom it was to go, those who have it and those who remain
     * @param remaining who do not have it yet, of one that was not sent
     */
    record MailOut(
            long number,
            boolean sent,
            @Nullable TicketId ticket,
            List<EmailAddress> all,
            List<EmailAddress> remaining,
            byte[] content) {
        public MailOut {
            all = List.copyOf(all);
            remaining = List.copyOf(remaining);
        }
    }

    /** @param upTo the largest number of the first phase */
    record NewJob(StaffId by, Instant startedAt, Person person, long upTo) {}

    /**
     * @param addresses none once it is over
     * @param due when it may be taken; once it is over, when that was
     * @param traces what it has touched
     * @param stuck why it does not get on; empty while it does
     */
    record JobData(
            ErasureId id,
            long version,
            StaffId by,
            Instant startedAt,
            @Nullable AccountId account,
            Set<EmailAddress> addresses,
            Progress progress,
            Instant due,
            Map<Trace, Long> traces,
            Optional<ErasureJob.Stuck> stuck) {
        public JobData {
            addresses = progress.phase().isOver() ? Set.of() : Set.copyOf(addresses);
            Map<Trace, Long> copy = new EnumMap<>(Trace.class);
            copy.putAll(traces);
            traces = Collections.unmodifiableMap(copy);
        }

        /** A job as it begins. */
        public static JobData beginning(ErasureId id, NewJob job) {
            return new JobData(
                    id,
                    1,
                    job.by(),
                    job.startedAt(),
                    job.person().account().orElse(null),
                    job.person().addresses(),
                    new Progress(Phase.MAILS_IN, 0, job.upTo()),
                    job.startedAt(),
                    Map.of(),
                    Optional.empty());
        }

        /** Whom, of one that is not over. */
        public Person person() {
            return new Person(Optional.ofNullable(account), addresses);
        }

        /** Its next version; stuck no more once it has come further. */
        public JobData next(Progress newProgress, Instant newDue, Map<Trace, Long> more) {
            Map<Trace, Long> sum = new EnumMap<>(Trace.class);
            sum.putAll(traces);
            more.forEach((trace, count) -> sum.merge(trace, count, Long::sum));
            Optional<ErasureJob.Stuck> still = newProgress.equals(progress) ? stuck : Optional.empty();
            return new JobData(id, version + 1, by, startedAt, account, addresses, newProgress, newDue, sum, still);
        }

        /** Its next version, no further than this one: stuck since then, or as long as it was. */
        public JobData failed(Instant now, Instant newDue, String what) {
            Instant since = stuck.map(ErasureJob.Stuck::since).orElse(now);
            Optional<ErasureJob.Stuck> anew = Optional.of(new ErasureJob.Stuck(since, what));
            return new JobData(id, version + 1, by, startedAt, account, addresses, progress, newDue, traces, anew);
        }
    }

    /**
     * How far a job has come.
     *
     * @param mark the number it has come to in its phase
     * @param upTo the largest number there is to come to in it
     */
    record Progress(Phase phase, long mark, long upTo) {
        public Progress at(long number) {
            return new Progress(phase, number, upTo);
        }

        public boolean isThrough() {
            return mark >= upTo;
        }
    }
}
