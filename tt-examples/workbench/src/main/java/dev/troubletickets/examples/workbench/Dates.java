// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Date header (RFC 5322 section 3.3), as loosely as mail programs read it; but no hour is the fifty-ninth. */
final class Dates {
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int LONGEST = 200;
    private static final List<Integer> ENDS = List.of(24, 60, 61);

    private Dates() {}

    static Optional<Instant> parse(String header) {
        String date = withoutComments(header.substring(0, Math.min(header.length(), LONGEST)));
        if (Stream.of(date.split(" ")).filter(word -> word.contains(":")).noneMatch(Dates::isTime)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MailDateFormat().parse(date).toInstant()).filter(LAST::isAfter);
        } catch (ParseException | RuntimeException isNone) {
            return Optional.empty();
        }
    }

    private static boolean isTime(String word) {
        String[] parts = word.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean number = !parts[i].isEmpty()
                    && parts[i].length() <= 2
                    && parts[i].chars().allMatch(Dates::isDigit);
            if (i >= ENDS.size() || !number || Integer.parseInt(parts[i]) >= ENDS.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** They may stand between any two words, and often are a name of the zone. */
    private static String withoutComments(String header) {
        StringBuilder date = new StringBuilder();
        int depth = 0;
        for (char c : header.replace('\t', ' ').toCharArray()) {
            depth += c == '(' ? 1 : 0;
            if (depth == 0) {
                date.append(c);
            }
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }
        return date.toString().strip();
    }
}
