// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import dev.troubletickets.ticket.QueueId;
import java.util.Optional;

/** A text that technicians begin an answer with (F4). */
public record PredefinedReply(PredefinedReplyId id, Content content) {
    public String title() {
        return content.title();
    }

    public Wording text() {
        return content.text();
    }

    public Optional<QueueId> queue() {
        return content.queue();
    }

    /**
     * What an editor says about it.
     *
     * @param text with the placeholders of a {@link Wording}; they are filled when it is inserted
     * @param queue for tickets of this queue alone; for all if empty
     */
    public record Content(String title, Wording text, Optional<QueueId> queue) {
        private static final int LONGEST = 100;

        /** @throws IllegalArgumentException if the title is blank, longer than 100, or has control characters */
        public Content {
            title = title.strip();
            if (title.isEmpty() || title.length() > LONGEST || title.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("a reply's title is one line of 1 to " + LONGEST + " characters");
            }
        }

        /** For tickets of every queue. */
        public static Content of(String title, Wording text) {
            return new Content(title, text, Optional.empty());
        }

        public static Content of(String title, Wording text, QueueId queue) {
            return new Content(title, text, Optional.of(queue));
        }
    }
}
