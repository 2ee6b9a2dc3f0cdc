// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import java.util.Optional;

/**
 * A message as it was found.
 *
 * @param file as it was named, and {@code #3} for the third message of an mbox
 * @param raw its bytes; of one that is too large no more than the beginning
 * @param obstacle why it cannot be handed to a desk
 * @param missing whether nothing could be read at all
 */
record Letter(String file, byte[] raw, Optional<String> obstacle, boolean missing) {
    static Letter of(String file, byte[] raw) {
        return new Letter(file, raw, raw.length == 0 ? Optional.of("it is empty") : Optional.empty(), false);
    }

    static Letter tooLarge(String file, byte[] beginning, long limit) {
        return new Letter(file, beginning, Optional.of("it is larger than " + limit + " bytes"), false);
    }

    static Letter missing(String file, String why) {
        return new Letter(file, new byte[0], Optional.of(why), true);
    }
}
