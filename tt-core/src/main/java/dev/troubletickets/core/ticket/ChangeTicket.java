// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.Edit;
import dev.troubletickets.core.access.Customers;
import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.work.People;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.Field;
import dev.troubletickets.event.TicketEvent.FieldChanged;
import dev.troubletickets.event.TicketEvent.TagsChanged;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketData.Header;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Saves a ticket's parameters, all or none (A13). */
public final class ChangeTicket {
    private static final int MOST_TAGS = 20;

    private final People people;
    private final HandleTicket handle;

    public ChangeTicket(People people, HandleTicket handle) {
        this.people = people;
        this.handle = handle;
    }

    public void change(Scope scope, Viewer.Staff staff, Case ticket, List<Edit> edits) {
        if (edits.stream().map(ChangeTicket::field).distinct().count() < edits.size()) {
            throw new Invalid("edits", "a field is named twice");
        }
        edits.stream()
                .filter(Edit.SetAccount.class::isInstance)
                .forEach(edit -> requireOwner(scope, staff, ticket, ((Edit.SetAccount) edit).account()));
        edits.stream().sorted(Comparator.comparingInt(ChangeTicket::turn)).forEach(edit -> apply(scope, ticket, edit));
        TicketData after = handle.save(scope, staff.actor(), ticket);
        List<Edit> ownership = edits.stream().filter(ChangeTicket::isOfOwner).toList();
        if (!ownership.isEmpty()) {
            changeMerged(scope, staff, ticket.before(), ownership);
        }
        UndoMove.record(scope, staff, ticket.before(), after);
    }

    /** One of whom the technician knows, and whose tickets are on the same side; and no ticket tells one reseller of another's (E4). */
    private static void requireOwner(Scope scope, Viewer.Staff staff, Case ticket, Optional<AccountId> id) {
        Optional<Account> account = id.map(each -> Customers.find(scope, staff, each)
                .orElseThrow(() -> new Invalid("account", "there is no such account")));
        ResellerId reseller = account.flatMap(Account::reseller).orElse(null);
        staff.requireOnSide(reseller);
        boolean others = reseller != null
                && Family.of(scope, ticket.before()).apart().stream()
                        .anyMatch(other -> !reseller.equals(other.header().reseller()));
        if (others) {
            throw new NotPermitted(Refusal.DIFFERENT_RESELLERS);
        }
    }

    /** Which services can be chosen, the account says; which fields the ticket has, its queue and its category. */
    private static int turn(Edit edit) {
        return edit instanceof Edit.SetAccount ? 0 : edit instanceof Edit.SetField ? 2 : 1;
    }

    private static boolean isOfOwner(Edit edit) {
        return edit instanceof Edit.SetRequester || edit instanceof Edit.SetAccount;
    }

    /** Whose the ticket is, is whose all is that was merged into it as the same customer's (A12). */
    private void changeMerged(Scope scope, Viewer.Staff staff, TicketData ticket, List<Edit> ownership) {
        Family family = Family.of(scope, ticket);
        List<TicketId> theirs = family.customersIds();
        for (TicketData member : family.all()) {
            if (theirs.contains(member.id()) && !member.id().equals(ticket.id())) {
                Case merged = Case.of(scope, member);
                ownership.forEach(edit -> apply(scope, merged, edit));
                merged.save(staff.actor());
            }
        }
    }

    private void apply(Scope scope, Case ticket, Edit edit) {
        if (edit instanceof Edit.SetStatus status) {
            if (status.status() != ticket.state().status()) {
                if (status.status() == Status.CLOSED && !ticket.state().parts().isEmpty()) {
                    throw new NotPermitted(Refusal.PARTS_OPEN);
                }
                ticket.take(step(status.status()));
            }
        } else if (edit instanceof Edit.SetQueue queue) {
            ticket.take(new Step.Moves(scope.queue(queue.queue()).id()));
        } else if (edit instanceof Edit.SetPriority priority) {
            ticket.take(new Step.Prioritises(priority.priority()));
        } else if (edit instanceof Edit.SetSticky sticky) {
            ticket.take(new Step.Sticks(sticky.sticky()));
        } else if (edit instanceof Edit.AddTags more) {
            addTags(ticket, more.tags());
        } else if (edit instanceof Edit.RemoveTags less) {
            removeTags(ticket, less.tags());
        } else if (edit instanceof Edit.SetField to) {
            ticket.fill(to.field(), to.value());
        } else {
            header(scope, ticket, edit);
        }
    }

    /** What an edit is about, as far as two of one call cannot both be. */
    private static Object field(Edit edit) {
        return edit instanceof Edit.SetField own ? own.field() : edit.getClass();
    }

    private static void addTags(Case ticket, Set<Tag> tags) {
        Set<Tag> all = new HashSet<>(ticket.header().tags());
        Set<Tag> added = tags.stream().filter(all::add).collect(Collectors.toSet());
        if (all.size() > MOST_TAGS) {
            throw new OverLimit("tags", MOST_TAGS);
        }
        if (!added.isEmpty()) {
            ticket.change(Headers.withTags(ticket.header(), all), new TagsChanged(added, Set.of()));
        }
    }

    private static void removeTags(Case ticket, Set<Tag> tags) {
        Set<Tag> left = new HashSet<>(ticket.header().tags());
        Set<Tag> removed = tags.stream().filter(left::remove).collect(Collectors.toSet());
        if (!removed.isEmpty()) {
            ticket.change(Headers.withTags(ticket.header(), left), new TagsChanged(Set.of(), removed));
        }
    }

    private void header(Scope scope, Case ticket, Edit edit) {
        Header header = ticket.header();
        if (edit instanceof Edit.SetSubject to) {
            String from = header.subject().value();
            set(
                    ticket,
                    Headers.withSubject(header, to.subject()),
                    Field.SUBJECT,
                    Optional.of(from),
                    Optional.of(to.subject().value()));
        } else if (edit instanceof Edit.SetRequester to) {
            String from = header.requester().value();
            set(
                    ticket,
                    Headers.withRequester(header, to.requester()),
                    Field.REQUESTER,
                    Optional.of(from),
                    Optional.of(to.requester().value()));
        } else if (edit instanceof Edit.SetCc to) {
            Allowance.cc(scope.settings().limits(), to.cc());
            set(ticket, Headers.withCc(header, to.cc()), Field.CC, Headers.list(header.cc()), Headers.list(to.cc()));
        } else if (edit instanceof Edit.SetSummary to) {
            to.summary().ifPresent(text -> Allowance.text(scope.settings().limits(), text));
            set(
                    ticket,
                    Headers.withSummary(header, to.summary().orElse(null)),
                    Field.SUMMARY,
                    Optional.ofNullable(header.summary()),
                    to.summary());
        } else if (edit instanceof Edit.SetCategory to) {
            to.category().ifPresent(name -> OpenTicket.category(scope, name));
            set(
                    ticket,
                    Headers.withCategory(header, to.category().orElse(null)),
                    Field.CATEGORY,
                    Optional.ofNullable(header.category()),
                    to.category());
        } else {
            owned(ticket, edit);
        }
    }

    private void owned(Case ticket, Edit edit) {
        Header header = ticket.header();
        if (edit instanceof Edit.SetService to) {
            Optional<Account> account = Optional.ofNullable(header.account()).flatMap(people::account);
            to.service().ifPresent(service -> OpenTicket.requireService(account, service));
            set(
                    ticket,
                    Headers.withService(header, to.service().orElse(null)),
                    Field.SERVICE,
                    Optional.ofNullable(header.service()),
                    to.service());
        } else if (edit instanceof Edit.SetAccount to) {
            Optional<Account> account = to.account()
                    .map(id ->
                            people.account(id).orElseThrow(() -> new Invalid("account", "there is no such account")));
            Header changed = Headers.withAccount(header, account);
            Optional<String> from = Optional.ofNullable(header.account()).map(AccountId::value);
            set(ticket, changed, Field.ACCOUNT, from, to.account().map(AccountId::value));
            if (changed.service() == null && ticket.header().equals(changed)) {
                set(ticket, changed, Field.SERVICE, Optional.ofNullable(header.service()), Optional.empty());
            }
        } else {
            throw new IllegalStateException("no rule for " + edit.getClass().getSimpleName());
        }
    }

    private static void set(Case ticket, Header changed, Field field, Optional<String> from, Optional<String> to) {
        if (!from.equals(to)) {
            ticket.change(changed, new FieldChanged(field, from, to));
        }
    }

    private static Step step(Status status) {
        return switch (status) {
            case OPEN -> new Step.Reopens();
            case ON_HOLD -> new Step.Holds();
            case RESOLVED -> new Step.Resolves();
            case CLOSED -> new Step.Closes();
            case NEW, ANSWERED -> throw new NotPermitted(Refusal.ANSWERED_BEFORE);
        };
    }
}
