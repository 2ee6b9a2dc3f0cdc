// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.search;

import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What to look for (C2). A ticket is found if it fits all parts; a part that is not given asks for nothing. Of a part with several values
 * any will do, but for {@link #tags}, which a ticket must carry all. Each part holds at most 100 values, each text 200 characters. An
 * identifier that is not there, or not the searcher's to see, finds nothing.
 *
 * @param text each of its {@linkplain SearchWords words} stands in the ticket's title, in a public message or, for staff, in a note
 * @param title stands in the title as it is, without regard to case; no character is special
 * @param requester stands in the requester's address in the same way
 * @param resellers whose customers' tickets; the reseller an account had when it was tied to the ticket
 * @param inResellers only tickets of resellers' customers (C3)
 * @param categories compared exactly
 * @param assignees in whose hands
 * @param unassigned or in nobody's
 * @param lastMessage when the last public message came
 * @param answered nobody waits for an answer, or somebody does (A17)
 * @param unreadByCustomer there are answers the customer has not read, or there are none
 * @param channels how the ticket came in
 * @param fields of the installation's own; all of them hold (G10)
 */
public record Search(
        Optional<String> text,
        Optional<String> title,
        Set<TicketId> tickets,
        Optional<String> requester,
        Set<AccountId> accounts,
        Set<ResellerId> resellers,
        boolean inResellers,
        Set<QueueId> queues,
        Set<String> categories,
        Set<StaffId> assignees,
        boolean unassigned,
        Set<Status> statuses,
        PriorityRange priority,
        Period created,
        Period modified,
        Period lastMessage,
        Set<Tag> tags,
        Optional<Boolean> answered,
        Optional<Boolean> unreadByCustomer,
        Set<Channel> channels,
        Set<FieldSearch> fields) {
    private static final int MOST_WORDS = 20;
    private static final Search EVERYTHING = new Search(
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            false,
            Set.of(),
            Set.of(),
            Set.of(),
            false,
            Set.of(),
            PriorityRange.any(),
            Period.any(),
            Period.any(),
            Period.any(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of());

    /**
     * @throws Invalid if a text is empty or has control characters, or there is no word in the words to look for
     * @throws OverLimit {@code searchValues}, {@code searchCharacters}, {@code searchWords}
     */
    public Search {
        text = Parts.words("text", text);
        text.ifPresent(Search::requireWords);
        title = Parts.words("title", title);
        tickets = Parts.values(tickets);
        requester = Parts.words("requester", requester);
        accounts = Parts.values(accounts);
        resellers = Parts.values(resellers);
        queues = Parts.values(queues);
        categories = Parts.names("categories", categories);
        assignees = Parts.values(assignees);
        statuses = Parts.values(statuses);
        tags = Parts.values(tags);
        channels = Parts.values(channels);
        fields = Parts.values(fields);
    }

    /** Every ticket the searcher may see. */
    public static Search everything() {
        return EVERYTHING;
    }

    /** Words of the conversation, at most 20, in any order; nothing in them is an operator. */
    public Search text(String words) {
        return with(draft -> draft.text = Optional.of(words));
    }

    public Search title(String words) {
        return with(draft -> draft.title = Optional.of(words));
    }

    public Search tickets(TicketId... ids) {
        return with(draft -> draft.tickets = distinct(ids));
    }

    /** A whole address or a part of one. */
    public Search requester(String address) {
        return with(draft -> draft.requester = Optional.of(address));
    }

    public Search accounts(AccountId... ids) {
        return with(draft -> draft.accounts = distinct(ids));
    }

    public Search resellers(ResellerId... ids) {
        return with(draft -> draft.resellers = distinct(ids));
    }

    public Search onlyInResellers() {
        return with(draft -> draft.inResellers = true);
    }

    public Search queues(QueueId... ids) {
        return with(draft -> draft.queues = distinct(ids));
    }

    public Search categories(String... names) {
        return with(draft -> draft.categories = distinct(names));
    }

    public Search assignees(StaffId... ids) {
        return with(draft -> draft.assignees = distinct(ids));
    }

    /** Tickets in nobody's hands, besides those of the {@link #assignees}. */
    public Search orUnassigned() {
        return with(draft -> draft.unassigned = true);
    }

    public Search statuses(Status... values) {
        return with(draft -> draft.statuses = distinct(values));
    }

    /**
     * Both included.
     *
     * @throws dev.troubletickets.failure.Invalid if it is no range within 0 to 100
     */
    public Search priority(int from, int to) {
        return with(draft -> draft.priority = new PriorityRange(from, to));
    }

    public Search created(Period value) {
        return with(draft -> draft.created = value);
    }

    public Search modified(Period value) {
        return with(draft -> draft.modified = value);
    }

    public Search lastMessage(Period value) {
        return with(draft -> draft.lastMessage = value);
    }

    public Search tags(Tag... all) {
        return with(draft -> draft.tags = distinct(all));
    }

    public Search answered(boolean value) {
        return with(draft -> draft.answered = Optional.of(value));
    }

    public Search unreadByCustomer(boolean value) {
        return with(draft -> draft.unreadByCustomer = Optional.of(value));
    }

    public Search channels(Channel... values) {
        return with(draft -> draft.channels = distinct(values));
    }

    public Search fields(FieldSearch... all) {
        return with(draft -> draft.fields = distinct(all));
    }

    /** The words of the {@link #text}, each once. */
    public List<String> words() {
        return text.map(each -> SearchWords.of(each).stream().distinct().toList())
                .orElse(List.of());
    }

    private static void requireWords(String text) {
        long words = SearchWords.of(text).stream().distinct().count();
        if (words == 0) {
            throw new Invalid("text", "must hold a word or a number");
        }
        if (words > MOST_WORDS) {
            throw new OverLimit("searchWords", MOST_WORDS);
        }
    }

    private static <T> Set<T> distinct(T[] values) {
        return Set.copyOf(List.of(values));
    }

    private Search with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.search();
    }

    /** The search while a part of it is being replaced. */
    private static final class Draft {
        private Optional<String> text;
        private Optional<String> title;
        private Set<TicketId> tickets;
        private Optional<String> requester;
        private Set<AccountId> accounts;
        private Set<ResellerId> resellers;
        private boolean inResellers;
        private Set<QueueId> queues;
        private Set<String> categories;
        private Set<StaffId> assignees;
        private boolean unassigned;
        private Set<Status> statuses;
        private PriorityRange priority;
        private Period created;
        private Period modified;
        private Period lastMessage;
        private Set<Tag> tags;
        private Optional<Boolean> answered;
        private Optional<Boolean> unreadByCustomer;
        private Set<Channel> channels;
        private Set<FieldSearch> fields;

        Draft(Search s) {
            text = s.text;
            title = s.title;
            tickets = s.tickets;
            requester = s.requester;
            accounts = s.accounts;
            resellers = s.resellers;
            inResellers = s.inResellers;
            queues = s.queues;
            categories = s.categories;
            assignees = s.assignees;
            unassigned = s.unassigned;
            statuses = s.statuses;
            priority = s.priority;
            created = s.created;
            modified = s.modified;
            lastMessage = s.lastMessage;
            tags = s.tags;
            answered = s.answered;
            unreadByCustomer = s.unreadByCustomer;
            channels = s.channels;
            fields = s.fields;
        }

        Search search() {
            return new Search(
                    text,
                    title,
                    tickets,
                    requester,
                    accounts,
                    resellers,
                    inResellers,
                    queues,
                    categories,
                    assignees,
                    unassigned,
                    statuses,
                    priority,
                    created,
                    modified,
                    lastMessage,
                    tags,
                    answered,
                    unreadByCustomer,
                    channels,
                    fields);
        }
    }
}
