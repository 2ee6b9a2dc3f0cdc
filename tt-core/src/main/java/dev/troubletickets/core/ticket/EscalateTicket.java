// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.due.Escalations;
import dev.troubletickets.core.due.Terms;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.post.Dates;
import dev.troubletickets.core.post.Languages;
import dev.troubletickets.core.post.Post;
import dev.troubletickets.core.post.Texts;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.EscalationReached;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.EscalationLevel;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Takes the levels of escalation that have come for a ticket, all in one act (G6). */
public final class EscalateTicket {
    private final Optional<Post> post;
    private final Recipients recipients;

    public EscalateTicket(Optional<Post> post, Recipients recipients) {
        this.post = post;
        this.recipients = recipients;
    }

    public void escalate(Scope scope, Case ticket) {
        Terms terms = scope.installation().terms(ticket.state().queue());
        if (!Objects.equals(ticket.before().clock().terms(), terms.number())) {
            // by other terms other levels may come at other times
            ticket.retime();
            return;
        }
        List<EscalationLevel> levels = Escalations.due(ticket.before().clock(), terms, scope.now());
        if (levels.isEmpty()) {
            // the calendar counts otherwise than it did, as after an update of time zones: the ticket waits for the
            // time by today's count
            ticket.retime();
            return;
        }
        ticket.times().escalated(levels);
        levels.forEach(level -> take(scope, ticket, level));
        ticket.save(Actor.system());
    }

    private void take(Scope scope, Case ticket, EscalationLevel level) {
        Map<StaffId, Viewer.Staff> notified = post.isPresent() ? recipients.of(scope, ticket.data(), level) : Map.of();
        ticket.happened(new EscalationReached(
                level.name(), Optional.ofNullable(ticket.before().clock().due()), notified.keySet()));
        level.priority()
                .filter(to -> !to.equals(ticket.state().priority()))
                .ifPresent(to -> ticket.take(new Step.Prioritises(to)));
        if (level.unassign() && ticket.state().assignee() != null) {
            ticket.take(new Step.Releases());
        }
        level.assignee()
                .filter(to -> !ticket.state().isAssignedTo(to) && recipients.canWork(scope, to, ticket.before()))
                .ifPresent(to -> ticket.take(new Step.Assigns(to, true)));
        level.note().ifPresent(text -> note(scope, ticket, text));
        post.ifPresent(out -> notified.values()
                .forEach(reader -> reader.profile()
                        .ifPresent(to -> out.notice(
                                scope, ticket.data(), reader.id(), to.email(), words(scope, reader, ticket, level)))));
    }

    private static void note(Scope scope, Case ticket, String text) {
        String name = scope.settings().installation();
        ticket.take(new Step.Notes())
                .say(MessageKind.NOTE, Words.of(Actor.system(), name, Channel.STAFF, text, List.of()));
    }

    private static String words(Scope scope, Viewer.Staff reader, Case ticket, EscalationLevel level) {
        Locale language = Languages.of(scope, reader);
        String due = Optional.ofNullable(ticket.before().clock().due())
                .map(at -> Dates.moment(at, scope, ticket.data(), language))
                .map(at -> Texts.ANSWER_DUE_AT.filled(language, Map.of("due", at)))
                .orElseGet(() -> Texts.ANSWER_DUE.in(language));
        Map<String, String> values = Map.of("number", ticket.id().toString(), "level", level.name());
        return Texts.ESCALATED.filled(language, values) + " " + due + "\n";
    }
}
