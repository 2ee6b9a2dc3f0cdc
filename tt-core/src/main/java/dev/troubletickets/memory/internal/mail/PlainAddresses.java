// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.mail;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.ParsedMail.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Address lists of the forms {@code a@b}, {@code Name <a@b>} and {@code "Name, quoted" <a@b>}; anything else is skipped. */
final class PlainAddresses {
    private PlainAddresses() {}

    static Stream<Sender> parse(String list) {
        return split(list).stream().flatMap(PlainAddresses::one);
    }

    private static Stream<Sender> one(String item) {
        int open = item.lastIndexOf('<');
        int close = item.lastIndexOf('>');
        if (open < 0 || close < open) {
            return EmailAddress.parse(item.strip()).map(a -> new Sender(a, "")).stream();
        }
        String before = item.substring(0, open).strip();
        String name = before.startsWith("\"") ? unquoted(before) : before;
        return EmailAddress.parse(item.substring(open + 1, close).strip())
                .map(address -> new Sender(address, name))
                .stream();
    }

    /** At commas outside quotes. */
    private static List<String> split(String list) {
        List<String> items = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                items.add(list.substring(start, i));
                start = i + 1;
            }
        }
        items.add(list.substring(start));
        return items;
    }

    /** What stands between the first quote and the next that is not escaped. */
    static String unquoted(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 1; i < text.length() && text.charAt(i) != '"'; i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                i++;
            }
            plain.append(text.charAt(i));
        }
        return plain.toString();
    }
}
