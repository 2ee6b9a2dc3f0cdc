// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The few lines of an invitation (RFC 5545) that a person reads, for a mail that says nothing else. */
final class CalendarText {
    private static final List<String> SHOWN =
            List.of("SUMMARY", "DTSTART", "DTEND", "LOCATION", "ORGANIZER", "DESCRIPTION");
    private static final int MOST_LINES = 2_000;

    private CalendarText() {}

    /** @param calendar decoded; of several events only the first */
    static String read(String calendar) {
        String unfolded = calendar.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
        int event = Math.max(0, unfolded.indexOf("BEGIN:VEVENT"));
        int end = unfolded.indexOf("END:VEVENT", event);
        List<String> lines = unfolded.substring(event, end < 0 ? unfolded.length() : end)
                .lines()
                .limit(MOST_LINES)
                .toList();
        return SHOWN.stream()
                .flatMap(name -> value(lines, name).map(value -> label(name) + value).stream())
                .collect(Collectors.joining("\n"));
    }

    private static Optional<String> value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.regionMatches(true, 0, name, 0, name.length())
                        && line.length() > name.length()
                        && ";:".indexOf(line.charAt(name.length())) >= 0)
                .findFirst()
                .map(line -> shown(name, line))
                .filter(value -> !value.isBlank());
    }

    private static String shown(String name, String line) {
        int colon = colon(line);
        String value = colon < 0 ? "" : unescaped(line.substring(colon + 1));
        if (name.startsWith("DT")) {
            String zone = Parameters.of(line.substring(0, Math.max(0, colon)))
                    .get("tzid")
                    .orElse("");
            return time(value) + (zone.isEmpty() ? "" : " " + zone);
        }
        return value.regionMatches(true, 0, "mailto:", 0, "mailto:".length())
                ? value.substring("mailto:".length())
                : value;
    }

    /** The first colon outside quotes. */
    private static int colon(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            if (line.charAt(i) == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /** {@code 20261122T083000Z} as {@code 2026-11-22 08:30 UTC}; anything else as it is. */
    private static String time(String value) {
        boolean hasTime = value.length() >= 13 && value.charAt(8) == 'T';
        int digits = Math.min(8, value.length());
        if (value.length() < 8 || !value.chars().limit(digits).allMatch(c -> c >= '0' && c <= '9')) {
            return value;
        }
        String date = value.substring(0, 4) + "-" + value.substring(4, 6) + "-" + value.substring(6, 8);
        String time = hasTime ? " " + value.substring(9, 11) + ":" + value.substring(11, 13) : "";
        return date + time + (hasTime && value.endsWith("Z") ? " UTC" : "");
    }

    private static String unescaped(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            boolean escaped = value.charAt(i) == '\\' && i + 1 < value.length();
            char c = value.charAt(escaped ? ++i : i);
            text.append(escaped && (c == 'n' || c == 'N') ? '\n' : c);
        }
        return text.toString().strip();
    }

    private static String label(String name) {
        String word = switch (name) {
            case "DTSTART" -> "From";
            case "DTEND" -> "To";
            case "SUMMARY", "DESCRIPTION" -> "";
            default -> name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
        };
        return word.isEmpty() ? "" : word + ": ";
    }
}
