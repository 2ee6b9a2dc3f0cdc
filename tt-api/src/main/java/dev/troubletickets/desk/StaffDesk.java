// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Preferences;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.InclusionId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;
import dev.troubletickets.view.Dashboard;
import dev.troubletickets.view.Download;
import dev.troubletickets.view.EncryptedFile;
import dev.troubletickets.view.Inclusion;
import dev.troubletickets.view.MailHtml;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.Signed;
import dev.troubletickets.view.StaffTicketView;
import dev.troubletickets.view.TicketPage;
import dev.troubletickets.view.TicketSort;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A technician's work. Sees the tickets of the queues the technician is entitled to, of the default queue, and those assigned to them
 * wherever they are (B2); the main administrator sees all. All of this within the provider's side: tickets of a reseller to whom support is
 * not offered are for the reseller's staff, who see all of their side (E4). Any other ticket is {@code NotFound}, by every path. A ticket
 * that is seen by invitation alone (G10) can be acted on as far as the invitation goes.
 *
 * <p>Every method throws {@link dev.troubletickets.failure.Unavailable} when storage or identity does not answer, {@link
 * dev.troubletickets.failure.NotFound} when the host no longer knows the technician, and those that take a {@link TicketRef} throw
 * {@link dev.troubletickets.failure.Stale} when acting from a page to which something was added, and {@link
 * dev.troubletickets.failure.NotPermitted} with the refusal that {@link StaffTicketView#actions} shows. While a colleague's lock is in force
 * (B6), answering, picking up and deleting throw {@link dev.troubletickets.failure.LockedByAnother}.
 */
public interface StaffDesk {
    /** The tickets center (B7), unassigned tickets newest first. */
    Dashboard dashboard();

    /** The tickets center with the unassigned tickets in another order. */
    Dashboard dashboard(TicketSort unassigned);

    /**
     * One section of the tickets center, 50 a page.
     *
     * @throws dev.troubletickets.failure.Invalid if the token is of another list
     */
    TicketPage section(Dashboard.SectionName section, TicketSort sort, Optional<PageToken> from);

    /** Finds by number ({@code 7}, {@code #7}), by e-mail address of the requester, or by words of the title (C1); newest first, 50 a page. */
    TicketPage quickSearch(String words, Optional<PageToken> from);

    /** Advanced search. */
    TicketSearch search();

    /** Acting on many tickets at once. */
    BulkActions bulk();

    /** The page of a ticket; the technician has read it from then on. */
    StaffTicketView ticket(TicketId ticket);

    /**
     * Opens a ticket for the technician themselves (A3).
     *
     * @throws dev.troubletickets.failure.NotPermitted without a staff profile, which holds the requester's address
     */
    TicketId open(NewTicket ticket);

    /** Opens a ticket for a customer (A3), as the customer would. */
    TicketId openFor(AccountId account, NewTicket ticket);

    /** Opens a ticket for someone known by address only (A3). */
    TicketId openFor(EmailAddress requester, NewTicket ticket);

    /**
     * Assigns the ticket to oneself (B3). Of two who do so at once, one wins.
     *
     * @throws dev.troubletickets.failure.TakenByAnother if a colleague has it, and says who
     */
    void pickUp(TicketRef ticket);

    /** Assigns to a technician with a staff profile, who then sees the ticket whatever its queue (B3). */
    void assign(TicketRef ticket, StaffId technician);

    /**
     * Sends the ticket on to a department or a technician (B5). It stays open with the one who sends it on as well, who sees it and can
     * answer until they close their part; whoever else had it keeps a part too. Another's ticket, and to a technician, needs the
     * permission {@link dev.troubletickets.rights.Permission#ASSIGN_TO_OTHERS}.
     *
     * @throws dev.troubletickets.failure.Invalid for a queue or technician that does not exist
     */
    void redirect(TicketRef ticket, Holder to);

    /** Gives the ticket back to the unassigned (B3). */
    void release(TicketRef ticket);

    /**
     * Answers the customer (A8); only the assignee, technicians with a part of it (B5) and those invited to answer (G10) can, and it needs
     * a staff profile. The mail leaves with the next background round.
     *
     * <p>Where {@link dev.troubletickets.settings.Settings#undoSend} gives a time to take answers back (G8), the answer is held for so long:
     * it is checked and done as far as the technician is concerned, and staff see it among {@link StaffTicketView#scheduled}; nobody else
     * knows of it. Then the background gives it, also if the customer has written meanwhile; the ticket stays open for their word. What
     * keeps a held answer from being given, such as a ticket that was assigned to somebody else by hand, is told there and in the history.
     * Answers by mail (D6) are never held.
     *
     * @return by what to {@link Scheduling#takeBack take it back}; empty if it was given at once
     * @throws dev.troubletickets.failure.OverLimit for larger texts or files, or more of them, than the installation takes; if the answer
     *     is to be held and the ticket has 20 scheduled actions
     */
    Optional<ScheduledId> answer(TicketRef ticket, Answer answer);

    /** Locks, presence and drafts (B6, G7). */
    Composing composing();

    /** Adds a note for staff (A9); it is never mailed, never shown to a customer, and answers nothing. */
    void note(TicketRef ticket, String text);

    /**
     * Corrects the text of an answer or a note (A16), anyone's, within the limits of an answer. The conversation shows when; what it said
     * before stays in the history, for staff. A mail that carries the message, sent or still queued, keeps the words it was composed with.
     *
     * @throws dev.troubletickets.failure.NotFound if the ticket has no such message
     */
    void editMessage(TicketRef ticket, MessageId message, String text);

    /** The tickets one wants at hand (B13). */
    Favourites favourites();

    /** Who keeps an eye on which tickets (G10). */
    Watching watching();

    /** Technicians invited to a ticket that is not theirs (G10). */
    Collaborating collaborating();

    /** How tickets hang together. */
    Linking linking();

    /** The tickets of one customer (B13) as far as the technician sees them, newest message first, 50 a page. */
    TicketPage ticketsOf(AccountId account, Optional<PageToken> from);

    /** Texts to begin an answer with (F4). */
    PredefinedReplies predefinedReplies();

    /** Actions on tickets at a time (G9), and answers that have not left yet (G8). */
    Scheduling scheduling();

    /** What is done about a ticket's customer (E1). */
    Customers customers();

    /** What a ticket costs its customer, besides what comes with an answer (E6). */
    CustomerBilling billing();

    /** The host's tools to look at a customer's services with (E12). */
    ServiceDiagnostics diagnostics();

    /** What there is to do besides tickets (E7). */
    Tasks tasks();

    /** What technicians write to one another (E8). */
    PrivateMessages privateMessages();

    /** What is known already (E9). */
    KnowledgeBase knowledge();

    /** Puts the ticket on hold (A5). */
    void hold(TicketRef ticket);

    /**
     * Takes an active ticket out of the active lists until that instant (A14). It comes back by itself, or at once when the customer
     * writes; its auto-close stands still meanwhile and begins anew then.
     *
     * @throws dev.troubletickets.failure.Invalid if it is not in the future, or more than ten years ahead
     */
    void snooze(TicketRef ticket, Instant until);

    /** Brings a snoozed ticket back now (A14). */
    void wake(TicketRef ticket);

    /** Says that the matter is settled (A5). */
    void resolve(TicketRef ticket);

    /**
     * Closes the ticket on the staff side (A5); the customer keeps it until they put it away (A6). A ticket that is open with others as
     * well (B5) loses the technician's own part alone; the last to close closes the ticket. The main administrator closes it for all.
     */
    void close(TicketRef ticket);

    /** Opens a resolved or closed ticket again; it keeps its assignee. */
    void reopen(TicketRef ticket);

    /**
     * Saves parameters (A13): all of the edits or none; no reply and no note is sent.
     *
     * @throws dev.troubletickets.failure.Invalid for a queue, category or account that does not exist, or a field named twice
     * @throws dev.troubletickets.failure.OverLimit for more than 20 {@code tags} or too many addresses in CC
     */
    void change(TicketRef ticket, Edit... edits);

    /** Removes the ticket, its messages and attachments for good (A11); an audit line stays. */
    void delete(TicketRef ticket);

    /**
     * The text of a public message as a quote for an answer, each line behind {@code > }; encrypted blocks become {@code secured
     * information}. Notes cannot be quoted: they are {@code NotFound} here.
     */
    String quote(MessageId message);

    /**
     * Decrypts the encrypted blocks of a message (F2), in order; leaves a line in the history, whatever comes of it. Beyond the
     * twentieth of a message they are unreadable as too large.
     *
     * @return to be closed once they are shown
     * @throws dev.troubletickets.failure.Unavailable if no encryption is wired in
     */
    List<Inclusion> reveal(MessageId message);

    /**
     * The same of one block alone.
     *
     * @throws dev.troubletickets.failure.NotFound if the message has none of this number
     */
    Inclusion reveal(InclusionId inclusion);

    /**
     * Decrypts an attachment that is an OpenPGP message, in armor or not (F2); leaves a line in the history, whatever comes of it. Larger than
     * an attachment may be, or than 256 MiB, it is unreadable as too large.
     *
     * @return to be closed once it is given out
     * @throws dev.troubletickets.failure.HarmfulFile if a scan has found something in it, encrypted or in clear
     * @throws dev.troubletickets.failure.Unavailable if no encryption is wired in, a key cannot be opened, or its bytes or the scanner cannot be
     *     had now
     */
    EncryptedFile reveal(AttachmentId attachment);

    /**
     * What of a message is signed and not encrypted (F2), and whether the signature is proven by the key of the ticket's account: its mail as a whole
     * (PGP/MIME), as long as its text was not changed here, then signed texts between its words, at most 20. Checked anew at each call; empty
     * for what is not signed.
     *
     * @throws dev.troubletickets.failure.Unavailable if something is signed, and no encryption is wired in
     */
    List<Signed> signatures(MessageId message);

    /**
     * The message as its mail laid it out, read anew from the original at each call; empty where it did not come as HTML, where its text
     * was changed since, and where something in it is encrypted.
     *
     * @throws dev.troubletickets.failure.NotFound if there is none such in a ticket the technician sees
     */
    Optional<MailHtml> html(MessageId message);

    /**
     * A file of a message, to be handed on with its headers (F3).
     *
     * @throws dev.troubletickets.failure.NotFound if there is none such in a ticket and message that the technician sees
     * @throws dev.troubletickets.failure.HarmfulFile if a scan has found something harmful in it
     * @throws dev.troubletickets.failure.Unavailable if it has not been looked through yet
     */
    Download download(AttachmentId attachment);

    /** Misspelt words of what is to be sent (F1). */
    Spelling spelling();

    /** Accounts whose name, id or address holds the words, at most 20, to tie a ticket to (A13); none for more than 254 characters. */
    List<Account> searchAccounts(String words);

    /** The technician's own profile (E2). */
    Optional<StaffProfile> profile();

    void saveProfile(StaffProfile profile);

    /** Figures of the queues they see; with the permission {@code STATISTICS} (E10). */
    StatisticsDesk statistics();

    /** The technician's own settings (E11); without any at first. */
    Preferences preferences();

    void savePreferences(Preferences preferences);
}
