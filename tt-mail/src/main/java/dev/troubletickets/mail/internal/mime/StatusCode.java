// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import java.util.Optional;

/** Codes of delivery: enhanced ones (RFC 3463), and replies of SMTP. */
final class StatusCode {
    private static final int MOST_DIGITS = 3;

    private StatusCode() {}

    /** {@code 5.1.1}. */
    static boolean isEnhanced(String word) {
        int first = word.indexOf('.');
        int second = word.indexOf('.', first + 1);
        return first == 1
                && second > 0
                && "245".indexOf(word.charAt(0)) >= 0
                && isNumber(word.substring(first + 1, second))
                && isNumber(word.substring(second + 1));
    }

    /** {@code 550}, of a failure. */
    static boolean isReply(String word) {
        return word.length() == 3
                && "45".indexOf(word.charAt(0)) >= 0
                && "012345".indexOf(word.charAt(1)) >= 0
                && isNumber(word);
    }

    /** In its enhanced form where it is a plain one; empty where it is neither. */
    static Optional<String> of(String word) {
        return isEnhanced(word)
                ? Optional.of(word)
                : Optional.of(word).filter(StatusCode::isReply).map(reply -> reply.charAt(0) + ".0.0");
    }

    private static boolean isNumber(String digits) {
        return !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
