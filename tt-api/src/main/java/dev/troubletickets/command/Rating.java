// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.command;

import dev.troubletickets.failure.Invalid;
import java.util.Optional;

/**
 * What a customer thinks of how their ticket was settled (G11).
 *
 * @param stars {@value #WORST} to {@value #BEST}
 * @param comment for staff alone, 1 to {@value #LONGEST_COMMENT} characters
 */
public record Rating(int stars, Optional<String> comment) {
    public static final int WORST = 1;
    public static final int BEST = 5;
    public static final int LONGEST_COMMENT = 1000;

    /** @throws Invalid for another number of stars, and for a comment that is too long or no text */
    public Rating {
        if (stars < WORST || stars > BEST) {
            throw new Invalid("stars", "must be from " + WORST + " to " + BEST);
        }
        comment.ifPresent(text -> MessageText.require("comment", text));
        if (comment.filter(text -> text.length() > LONGEST_COMMENT).isPresent()) {
            throw new Invalid("comment", "must have at most " + LONGEST_COMMENT + " characters");
        }
    }

    /** @throws Invalid for a number that is not {@value #WORST} to {@value #BEST} */
    public static Rating of(int stars) {
        return new Rating(stars, Optional.empty());
    }

    /** @throws Invalid for a comment that is too long or no text */
    public Rating comment(String text) {
        return new Rating(stars, Optional.of(text));
    }
}
