// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rules.Match;
import dev.troubletickets.ticket.ScheduledAction.DroppedBy;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.Why;
import dev.troubletickets.view.Why.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why what nobody did by hand was done (G1): read from the history and from what became of the mails. */
final class Reasons {
    private Reasons() {}

    static List<Why> of(Scope scope, List<TicketId> tickets, List<ConversationItem> conversation) {
        List<Why> reasons = new ArrayList<>();
        tickets.stream()
                .flatMap(ticket -> scope.stores().intake().placedIn(ticket).stream())
                .forEach(mail -> reasons.add(
                        new Why(mail.receivedAt(), Decision.MAIL_PLACED, mail.outcome() + ": " + mail.why())));
        for (ConversationItem item : conversation) {
            if (item instanceof ConversationItem.SystemLine line) {
                reason(line).ifPresent(reasons::add);
            }
        }
        reasons.sort(Comparator.comparing(Why::at));
        return reasons;
    }

    private static Optional<Why> reason(ConversationItem.SystemLine line) {
        TicketEvent event = line.event();
        if (event instanceof TicketEvent.StatusChanged changed) {
            return why(line, status(changed));
        }
        if (event instanceof TicketEvent.TicketReleased && isCustomers(line.actor())) {
            return why(
                    line,
                    new Because(Decision.UNASSIGNED, "the customer replied, and the ticket is not sticky (A7, B4)"));
        }
        if (event instanceof TicketEvent.RuleApplied applied) {
            return why(line, new Because(Decision.HANDLED, AppliedRules.told(applied)));
        }
        if (event instanceof TicketEvent.PolicyApplied applied) {
            return why(line, new Because(Decision.ASSIGNED, policy(applied)));
        }
        if (event instanceof TicketEvent.ContinuationOpened opened) {
            String late = "a message for " + opened.earlier() + ", which was settled at " + opened.settledAt()
                    + ", more than " + opened.days() + " days before (G14)";
            return why(line, new Because(Decision.CONTINUED, late));
        }
        if (event instanceof TicketEvent.AutoCloseWarned warned) {
            String at = "answered, and no word from the customer; closes at " + warned.closesAt() + " (G5)";
            return why(line, new Because(Decision.WARNED, at));
        }
        if (event instanceof TicketEvent.AutoClosePutOff off) {
            String at = "a mail to the customer has not left yet; closes at " + off.closesAt() + " (G5)";
            return why(line, new Because(Decision.PUT_OFF, at));
        }
        if (event instanceof TicketEvent.AnswerDueSet set) {
            return why(line, due(set));
        }
        if (event instanceof TicketEvent.AnswerClockStopped stopped) {
            return why(line, stopped(stopped));
        }
        if (event instanceof TicketEvent.EscalationReached reached) {
            String due = reached.due().map(at -> "an answer was due at " + at).orElse("an answer is due");
            return why(
                    line,
                    new Because(
                            Decision.ESCALATED, "the customer waits, and " + due + ": " + reached.level() + " (G6)"));
        }
        if (event instanceof TicketEvent.ResponseWithheld withheld) {
            return why(line, new Because(Decision.NOT_TOLD, "no automatic mail: " + withheld.because() + " (D4)"));
        }
        return why(line, event instanceof TicketEvent.TicketWoken woken ? woken(woken.cause()) : other(event));
    }

    private static @Nullable Because other(TicketEvent event) {
        if (event instanceof TicketEvent.AnnouncementMet met) {
            String stopped = met.stopsIntake() ? ", which stops the intake in the panel" : "";
            return new Because(Decision.ANNOUNCED, "an announcement was in force" + stopped + " (G13): " + met.text());
        }
        if (event instanceof TicketEvent.IncidentsUsed used) {
            return new Because(Decision.COVERED, covered(used));
        }
        if (event instanceof TicketEvent.ActionTaken taken) {
            return new Because(Decision.ACTED, taken.kind() + " was scheduled for this time (G9)");
        }
        if (event instanceof TicketEvent.ActionDropped dropped) {
            String first = dropped.by() == DroppedBy.CUSTOMER ? "the customer acted first" : "the ticket changed first";
            return new Because(Decision.ACTED, dropped.kind() + " was scheduled and dropped: " + first + " (G9)");
        }
        if (event instanceof TicketEvent.AutoCloseSuspended) {
            return new Because(Decision.PUT_OFF, "it has open tasks; it does not close before they are done (E7, G5)");
        }
        if (event instanceof TicketEvent.AutoCloseResumed resumed) {
            return new Because(Decision.PUT_OFF, "its tasks are done; closes at " + resumed.closesAt() + " (E7, G5)");
        }
        if (event instanceof TicketEvent.AutoCloseStopped) {
            return new Because(
                    Decision.PUT_OFF,
                    "an automatic mail did not reach the requester; it does not close before another answer (G5)");
        }
        return event instanceof TicketEvent.ActionRefused refused
                ? new Because(Decision.ACTED, refused.kind() + " was scheduled and refused: " + refused.why() + " (G9)")
                : null;
    }

    private static String covered(TicketEvent.IncidentsUsed used) {
        String packs = used.uncovered() == 0
                ? "taken from the customer's packs"
                : used.uncovered() + " uncovered, for no pack of the customer had more";
        return "tickets of the queue it was opened in use support incidents: " + used.incidents() + ", " + packs
                + " (E6)";
    }

    private static boolean isCustomers(Actor actor) {
        return !(actor instanceof Actor.Staff || actor instanceof Actor.System);
    }

    private static @Nullable Because status(TicketEvent.StatusChanged changed) {
        return switch (changed.cause()) {
            case AUTO_CLOSE ->
                new Because(
                        Decision.CLOSED,
                        changed.because().orElse("answered, with the ticket it is merged with") + " (A10)");
            case CUSTOMER ->
                changed.to().isActive()
                        ? new Because(Decision.REOPENED, "the customer wrote or reopened it (A7)")
                        : null;
            case FAILED_DELIVERY -> new Because(Decision.REOPENED, "the answer did not reach the requester (D8, D9)");
            case STAFF, TIME, RULE -> null;
        };
    }

    private static Because due(TicketEvent.AnswerDueSet set) {
        String facts = set.because().isEmpty()
                ? "every ticket"
                : set.because().stream().map(Match::toString).collect(Collectors.joining(", "));
        String due = set.due().map(at -> "due at " + at).orElse("never due: the queue does not work");
        return new Because(
                Decision.DUE,
                due + "; the target " + set.target() + " (" + facts + ") allows " + time(set.allowed())
                        + " of working time, of which " + time(set.used()) + " was used (B9)");
    }

    private static Because stopped(TicketEvent.AnswerClockStopped stopped) {
        String why = switch (stopped.why()) {
            case ON_HOLD -> "it is on hold";
            case SNOOZED -> "it is snoozed";
            case NO_TARGET -> "its queue has no target for it";
        };
        return new Because(
                Decision.DUE, "not due while " + why + "; " + time(stopped.used()) + " of working time was used (B9)");
    }

    /** {@code 27 h 05 min}; seconds are left out. */
    private static String time(Duration time) {
        return String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart());
    }

    /** {@code round robin: kate, next in turn after john (B14)}. */
    private static String policy(TicketEvent.PolicyApplied applied) {
        String name = applied.policy().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String to = applied.to().map(StaffId::value).orElse("nobody");
        return name + ": " + to + ", " + applied.because() + " (B14)";
    }

    private static @Nullable Because woken(Cause cause) {
        return switch (cause) {
            case TIME -> new Because(Decision.WOKEN, "the snooze was over (A14)");
            case CUSTOMER -> new Because(Decision.WOKEN, "the customer wrote (A14)");
            case FAILED_DELIVERY -> new Because(Decision.WOKEN, "the answer did not reach the requester (A14)");
            case STAFF, AUTO_CLOSE, RULE -> null;
        };
    }

    private static Optional<Why> why(ConversationItem.SystemLine line, @Nullable Because because) {
        return Optional.ofNullable(because).map(known -> new Why(line.at(), known.decision(), known.text()));
    }

    private record Because(Decision decision, String text) {}
}
