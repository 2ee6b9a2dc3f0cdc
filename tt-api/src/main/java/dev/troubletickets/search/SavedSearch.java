// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.search;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.view.TicketSort;

/**
 * A search with a name (C6). It keeps what to look for, not what was found, and not what its owner may see.
 *
 * @param owner who saved it
 */
public record SavedSearch(SavedSearchId id, StaffId owner, Content content) {
    public String name() {
        return content.name();
    }

    /**
     * What is saved.
     *
     * @param name one line, at most 100 characters
     * @param shared all staff can run it
     */
    public record Content(String name, Search search, TicketSort sort, boolean shared) {
        private static final int LONGEST = 100;

        /**
         * @throws Invalid if the name is blank or more than a line
         * @throws OverLimit {@code nameCharacters}
         */
        public Content {
            name = MessageText.require("name", name).strip();
            if (name.length() > LONGEST) {
                throw new OverLimit("nameCharacters", LONGEST);
            }
            if (name.chars().anyMatch(Character::isISOControl)) {
                throw new Invalid("name", "must be one line");
            }
        }

        /** For oneself alone. */
        public static Content of(String name, Search search, TicketSort sort) {
            return new Content(name, search, sort, false);
        }

        public Content forAllStaff() {
            return new Content(name, search, sort, true);
        }
    }
}
