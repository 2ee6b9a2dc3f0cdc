// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.docs;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Rating;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.lifecycle.Step.DeliveryFails.Missed;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.CustomerStatus;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code docs/lifecycle.md} says what the code does. */
class LifecycleDocTest {
    private static final String HEAD = """
            # The life of a ticket

            Made from the code, by asking the rules in every state that a ticket can get into. Change the rules, not this file.

            - *Staff status* is A5's; *customer state* is what the customer sees (A6).
            - *any* stands for every state there is; rows without *when* hold always.
            - *the technician* is the one who acts, or to whom the ticket is assigned; *another* is a colleague.
            - *sticky or kept open*: the ticket is sticky (B4), or its last answer was sent to go on talking (A8).
            - *the reopening window* is the time in which the customer can reopen what was settled, where there is a limit (G14).
            - *stays* is as before. A refused step changes nothing.
            - An answer begins the auto-close anew, and leaving ANSWERED ends it.
            - A customer waits while the state is IN_PROGRESS.

            """;

    @Test
    @Tag("A5")
    @Tag("A6")
    @Tag("A7")
    @Tag("A10")
    @Tag("A14")
    @Tag("B5")
    @Tag("G5")
    void theTableOfTheLifeCycleIsWhatTheCodeDoes() throws IOException {
        Map<String, Step> events = events();
        Set<TicketState> states = Situation.reachable(steps());
        StringBuilder page = new StringBuilder(HEAD).append(combinations(states));
        events.forEach((name, step) ->
                page.append("\n## ").append(name).append("\n\n").append(LifecycleTable.of(step, states)));

        GeneratedDocs.check("lifecycle.md", page.toString());
    }

    private static String combinations(Set<TicketState> states) {
        StringBuilder table = new StringBuilder("## States there are\n\n| staff status |");
        for (CustomerStatus customer : CustomerStatus.values()) {
            table.append(' ').append(customer).append(" |");
        }
        table.append("\n|---|---|---|---|---|\n");
        for (Status status : Status.values()) {
            table.append("| ").append(status).append(" |");
            for (CustomerStatus customer : CustomerStatus.values()) {
                String phases = states.stream()
                        .filter(s -> s.status() == status && s.customerStatus() == customer)
                        .map(s -> s.phase().name())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
                table.append(' ').append(phases.isEmpty() ? "–" : phases).append(" |");
            }
            table.append('\n');
        }
        return table.append("\nA cell holds the staff's three-way view (A6) of that state; – there is none such.\n")
                .toString();
    }

    private static Step takesIn(@Nullable Instant waitingSince) {
        return new Step.TakesIn(1, 1, waitingSince, null, false, Optional.empty());
    }

    private static Map<String, Step> events() {
        Map<String, Step> events = new LinkedHashMap<>();
        events.put("The customer writes", new Step.CustomerWrites(Channel.PANEL));
        events.put("The customer closes", new Step.CustomerCloses());
        events.put("The customer archives", new Step.CustomerArchives());
        events.put("The customer rates", new Step.Rates(Rating.of(5)));
        events.put("The customer reopens", new Step.CustomerReopens());
        events.put("A machine writes on the customer's side", new Step.MachineWrites());
        events.put("The technician answers", answer(Answer.Then.AUTO_CLOSE));
        events.put("The technician answers and keeps the ticket open", answer(Answer.Then.KEEP_OPEN));
        events.put("The technician answers and closes", answer(Answer.Then.CLOSE));
        events.put(
                "One who was invited to answer answers",
                new Step.Answers(
                        StaffId.of("guest"), true, Answer.Then.AUTO_CLOSE, Optional.empty(), false, Set.of(), true));
        events.put("Staff note", new Step.Notes());
        events.put("The technician picks up", new Step.PicksUp(Situation.ME, true));
        events.put("Staff assign to the technician", new Step.Assigns(Situation.ME, true));
        events.put("Staff release", new Step.Releases());
        events.put("The technician redirects to a department", new Step.Redirects(Situation.ME, Situation.THERE, true));
        events.put(
                "The technician redirects to another technician",
                new Step.Redirects(Situation.ME, Holder.technician(Situation.ANOTHER), true));
        events.put("The technician closes their part", new Step.ClosesPart(Holder.technician(Situation.ME)));
        events.put("Staff put on hold", new Step.Holds());
        events.put("Staff snooze", new Step.Snoozes(Situation.NOW.plus(Situation.DELAY)));
        events.put("Staff wake", new Step.Wakes(Cause.STAFF));
        events.put("The snooze is over", new Step.Wakes(Cause.TIME));
        events.put("Staff resolve", new Step.Resolves());
        events.put("Staff close", new Step.Closes());
        events.put("Staff reopen", new Step.Reopens());
        events.put("A ticket is merged into it whose customer waits", takesIn(Situation.NOW));
        events.put("A ticket is merged into it in which nobody waits", takesIn(null));
        events.put("Staff move, prioritise, make sticky or not", new Step.Moves(QueueId.of(2)));
        events.put("The warning of the auto-close is due", new Step.WarnsOfClosing());
        events.put("The auto-close is due", new Step.AutoCloses());
        events.put("One of these is due, and the answer has not left yet", new Step.PutsOffClosing());
        events.put("A task is created for it, or reopened", new Step.SuspendsAutoClose());
        events.put("Its last open task is done", new Step.ResumesAutoClose());
        events.put("An answer does not reach the requester", fails(Missed.ANSWER));
        events.put("An automatic mail does not reach the requester", fails(Missed.AUTOMATIC_MAIL));
        events.put("A mail does not reach others", fails(Missed.NOTHING));
        return events;
    }

    /** Everything that can happen, to find the states there are. */
    private static List<Step> steps() {
        List<Step> steps = new ArrayList<>(events().values());
        steps.add(new Step.Sticks(true));
        steps.add(new Step.Sticks(false));
        steps.add(new Step.Assigns(Situation.ANOTHER, true));
        for (Answer.Then then : Answer.Then.values()) {
            steps.add(new Step.Answers(Situation.ANOTHER, true, then, Optional.empty(), false, Set.of()));
        }
        return steps;
    }

    private static Step answer(Answer.Then then) {
        return new Step.Answers(Situation.ME, true, then, Optional.empty(), false, Set.of());
    }

    private static Step fails(Missed missed) {
        return new Step.DeliveryFails(Set.of(), "5.1.1 no such mailbox", missed);
    }
}
