// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.erasure;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Erased;
import dev.troubletickets.spi.storage.ErasureStore.MailOut;
import dev.troubletickets.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds a person's addresses in texts and in the bytes of mails, in any case of their letters, and takes them out. Goes from one {@code @}
 * to the next, so a text of any kind takes the time of its length.
 */
final class Mention {
    private static final String BESIDES = "._%+-=";
    private static final int MOST_TICKETS = 50;
    private static final int LONGEST_NUMBER = 18;

    private final List<EmailAddress> addresses;

    Mention(Collection<EmailAddress> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    boolean is(EmailAddress address) {
        return addresses.contains(address);
    }

    boolean isIn(String text) {
        return !spans(text, keys(false)).isEmpty();
    }

    /** As they stand in the bytes; what is encoded is not looked into. */
    boolean isIn(byte[] mail) {
        return !spans(text(mail), keys(true)).isEmpty();
    }

    boolean isIn(MailOut mail) {
        return mail.all().stream().anyMatch(this::is) || isIn(mail.content());
    }

    /** With {@link Erased#ADDRESS} in their place. */
    String without(String text) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (Span span : spans(text, keys(false))) {
            rest.append(text, from, span.start()).append(Erased.ADDRESS.value());
            from = span.end();
        }
        return rest.append(text, from, text.length()).toString();
    }

    /** With as many x in their place, so that all lines stay as long as they were. */
    byte[] without(byte[] mail) {
        byte[] rest = mail.clone();
        for (Span span : spans(text(mail), keys(true))) {
            for (int i = span.start(); i < span.end(); i++) {
                rest[i] = rest[i] == '@' ? (byte) '@' : (byte) 'x';
            }
        }
        return rest;
    }

    /** The tickets that a text names, such as {@code #7}; the first ones, if there are many. */
    static Set<TicketId> tickets(String text) {
        Set<TicketId> named = new LinkedHashSet<>();
        for (int at = text.indexOf('#'); at >= 0 && named.size() < MOST_TICKETS; at = text.indexOf('#', at + 1)) {
            int end = at + 1;
            while (end < text.length() && isDigit(text.charAt(end)) && end - at <= LONGEST_NUMBER + 1) {
                end++;
            }
            TicketId.parse(text.substring(at, end)).ifPresent(named::add);
        }
        return named;
    }

    private List<Span> spans(String text, List<String> keys) {
        List<Span> spans = new ArrayList<>();
        int end = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            for (String key : keys) {
                int start = at - key.indexOf('@');
                if (start >= end && isAt(text, start, key)) {
                    end = start + key.length();
                    spans.add(new Span(start, end));
                }
            }
        }
        return spans;
    }

    /** The whole address: jane@a.example stands neither in mary-jane@a.example nor in jane@a.example.org. */
    private static boolean isAt(String text, int start, String key) {
        int end = start + key.length();
        return text.regionMatches(true, start, key, 0, key.length())
                && (start == 0 || !isOfLocalPart(text.charAt(start - 1)))
                && (end >= text.length() || !goesOn(text, end));
    }

    private static boolean goesOn(String text, int end) {
        char c = text.charAt(end);
        boolean label = c == '.' && end + 1 < text.length() && Character.isLetterOrDigit(text.charAt(end + 1));
        return Character.isLetterOrDigit(c) || c == '-' || label;
    }

    private static boolean isOfLocalPart(char c) {
        return Character.isLetterOrDigit(c) || BESIDES.indexOf(c) >= 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private List<String> keys(boolean bytes) {
        return addresses.stream()
                .map(EmailAddress::key)
                .map(key -> bytes ? text(key.getBytes(StandardCharsets.UTF_8)) : key)
                .toList();
    }

    /** A character a byte. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private record Span(int start, int end) {}
}
