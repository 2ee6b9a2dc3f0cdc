// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import dev.troubletickets.ticket.MessageKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation says about who waits for whom.
 *
 * @param waitingSince when the oldest word came that no answer has followed; a machine's, where nobody else has said anything
 * @param answeredAt when the last answer was given
 * @param staffWroteLast the last word of a person is an answer
 * @param lastAt when the last message came
 */
public record Talk(
        @Nullable Instant waitingSince,
        @Nullable Instant answeredAt,
        boolean staffWroteLast,
        @Nullable Instant lastAt) {
    /**
     * Since when someone waits for what is left in a ticket.
     *
     * @param since since when they have waited, be it for a word or for something else, such as after reopening it
     */
    public static @Nullable Instant waitingWithout(Instant since, List<Word> gone, List<Word> left) {
        boolean forWhatIsGone = gone.stream()
                .anyMatch(word -> word.kind() != MessageKind.ANSWER && word.at().equals(since));
        return forWhatIsGone ? unanswered(since, left) : since;
    }

    private static @Nullable Instant unanswered(Instant since, List<Word> words) {
        Instant first = null;
        for (Word word : words) {
            if (word.kind() == MessageKind.ANSWER) {
                first = null;
            } else if (first == null
                    && word.kind() == MessageKind.CUSTOMER
                    && !word.at().isBefore(since)) {
                first = word.at();
            }
        }
        return first;
    }

    /** A public message. */
    public record Word(MessageKind kind, Instant at) {}

    /** @param words in the order in which they were said */
    public static Talk of(List<Word> words) {
        Instant waiting = null;
        Instant answered = null;
        for (Word word : words) {
            if (word.kind() == MessageKind.ANSWER) {
                waiting = null;
                answered = word.at();
            } else if (word.kind() == MessageKind.CUSTOMER && waiting == null) {
                waiting = word.at();
            }
        }
        boolean machinesOnly = answered == null && waiting == null && !words.isEmpty();
        return new Talk(
                machinesOnly ? words.get(0).at() : waiting,
                answered,
                answered != null && waiting == null,
                words.isEmpty() ? null : words.get(words.size() - 1).at());
    }
}
