// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of both sides when a ticket is split (A4): each is as its words are. Pure functions of their arguments. */
public final class Splitting {
    private Splitting() {}

    /**
     * A public message of the ticket that is split.
     *
     * @param position how many messages its customer had been shown with it
     */
    public record Said(Talk.Word word, int position) {
        private boolean isAnswer() {
            return word.kind() == MessageKind.ANSWER;
        }
    }

    /** What becomes of the ticket. */
    public static Step.LosesWords left(TicketState source, List<Said> gone, List<Said> left) {
        Talk talk = Talk.of(words(left));
        boolean last = left.stream().anyMatch(said -> said.position() == source.lastAnswer());
        int lastAnswer = last
                ? source.lastAnswer()
                : left.stream()
                        .filter(Said::isAnswer)
                        .mapToInt(Said::position)
                        .max()
                        .orElse(0);
        return new Step.LosesWords(
                waitingSince(source, words(gone), words(left)),
                Math.min(lastAnswer, source.lastAnswer()),
                talk.staffWroteLast());
    }

    private static @Nullable Instant waitingSince(TicketState source, List<Talk.Word> gone, List<Talk.Word> left) {
        Instant since = source.waitingSince();
        if (since == null || !source.customerWaits()) {
            return null;
        }
        return source.joined().othersSince() == null
                ? Talk.waitingWithout(since, gone, left)
                : Talk.of(left).waitingSince();
    }

    /**
     * What goes into a ticket of its own.
     *
     * @param source the ticket that is split
     * @param words in their order; there is one at least
     * @param messages how many go, notes included
     */
    public record Part(TicketState source, QueueId queue, List<Said> words, int messages) {
        public Part {
            words = List.copyOf(words);
        }
    }

    /**
     * What becomes of the words: a ticket in nobody's hands. What is answered stands as answered, and closes by itself where the rule is
     * days.
     */
    public static TicketState part(TicketId id, Part part, Policy policy, Instant now) {
        List<Said> words = part.words();
        Talk talk = Talk.of(words(words));
        Draft draft = new Draft(id, bare(part, talk));
        draft.runAutoClose(policy.autoClose(), now);
        return draft.done(false).state();
    }

    private static TicketState bare(Part part, Talk talk) {
        return new TicketState(
                talk.waitingSince() == null ? Status.ANSWERED : talk.answeredAt() == null ? Status.NEW : Status.OPEN,
                part.queue(),
                part.source().priority(),
                null,
                false,
                new TicketState.Joined(part.messages(), part.words().size(), null, false),
                false,
                talk.waitingSince(),
                talk.answeredAt(),
                null,
                false,
                0,
                0,
                lastAnswer(part.words()),
                talk.staffWroteLast(),
                readOf(part),
                null,
                null,
                null,
                List.of());
    }

    /** How many words there are up to the last answer. */
    private static int lastAnswer(List<Said> words) {
        int last = words.size();
        while (last > 0 && !words.get(last - 1).isAnswer()) {
            last--;
        }
        return last;
    }

    /** How many the customer has read without leaving one out. */
    private static int readOf(Part part) {
        if (!part.source().isUnreadByCustomer()) {
            return part.words().size();
        }
        int read = part.source().customerRead();
        return (int)
                part.words().stream().takeWhile(said -> said.position() <= read).count();
    }

    private static List<Talk.Word> words(List<Said> said) {
        return said.stream().map(Said::word).toList();
    }
}
