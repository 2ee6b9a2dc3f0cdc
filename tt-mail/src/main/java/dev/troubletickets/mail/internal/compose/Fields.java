// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.OutgoingMail.Mailer;
import java.net.IDN;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Header fields, folded, without the last line end. */
final class Fields {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int LINE = 76;
    private static final int LONGEST_PLAIN_WORD = 60;
    private static final int SEGMENT = 48;
    private static final String ATOM = "!#$%&'*+-/=?^_`{|}~ ";

    private Fields() {}

    /** Plain where that is ASCII that survives any folding, else encoded words. */
    static String text(String name, String value) {
        String words = isPlain(value) ? folded(name.length() + 2, value) : encoded(name.length() + 2, value);
        return name + ": " + words;
    }

    static String mailbox(String name, Mailer mailer) {
        String address = "<" + written(mailer.address()) + ">";
        String shown = mailer.name();
        if (shown.isEmpty()) {
            return name + ": " + address;
        }
        String phrase = isPlain(shown) && shown.length() <= LONGEST_PLAIN_WORD
                ? quotedIfNeeded(shown)
                : encoded(name.length() + 2, shown);
        return name + ": " + phrase + "\r\n " + address;
    }

    static String addresses(String name, List<EmailAddress> addresses) {
        return name + ": " + addresses.stream().map(Fields::written).collect(Collectors.joining(",\r\n "));
    }

    /** The name as RFC 2183 has it, or in the segments of RFC 2231 section 4 where it is long or not plain. */
    static String attachment(String fileName) {
        boolean plain = fileName.length() <= LONGEST_PLAIN_WORD
                && fileName.chars().allMatch(c -> c >= ' ' && c < 127 && c != '"' && c != '\\' && c != '%')
                && !fileName.contains("=?");
        String field = "Content-Disposition: attachment";
        if (plain) {
            return field + ";\r\n filename=\"" + fileName + "\"";
        }
        StringBuilder out = new StringBuilder(field);
        List<String> segments = percentSegments(fileName);
        for (int i = 0; i < segments.size(); i++) {
            out.append(";\r\n filename*").append(i).append("*=").append(i == 0 ? "utf-8''" : "");
            out.append(segments.get(i));
        }
        return out.toString();
    }

    /** International domains in their ASCII form (RFC 5891), which needs no extension. */
    private static String written(EmailAddress address) {
        try {
            return address.local() + "@" + IDN.toASCII(address.domain());
        } catch (IllegalArgumentException unconvertible) {
            return address.value();
        }
    }

    private static boolean isPlain(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c < 127)
                && !value.contains("=?")
                && !value.contains("  ")
                && value.equals(value.strip())
                && longestWord(value) <= LONGEST_PLAIN_WORD;
    }

    private static int longestWord(String value) {
        int longest = 0;
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || value.charAt(i) == ' ') {
                longest = Math.max(longest, i - start);
                start = i + 1;
            }
        }
        return longest;
    }

    private static String folded(int column, String value) {
        StringBuilder out = new StringBuilder();
        int at = column;
        for (String word : value.split(" ", -1)) {
            boolean first = out.isEmpty() && at == column;
            if (!first && at + 1 + word.length() > LINE) {
                out.append("\r\n ");
                at = 1;
            } else if (!first) {
                out.append(' ');
                at++;
            }
            out.append(word);
            at += word.length();
        }
        return out.toString();
    }

    private static String encoded(int column, String value) {
        return String.join("\r\n ", EncodedWord.split(value, LINE - column, LINE - 1));
    }

    private static String quotedIfNeeded(String name) {
        boolean atoms = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || ATOM.indexOf(c) >= 0);
        return atoms ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static List<String> percentSegments(String text) {
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            boolean plain = b >= '0' && b <= '9'
                    || b >= 'A' && b <= 'Z'
                    || b >= 'a' && b <= 'z'
                    || b == '.'
                    || b == '-'
                    || b == '_';
            if (segment.length() + 3 > SEGMENT) {
                segments.add(segment.toString());
                segment.setLength(0);
            }
            segment.append(plain ? String.valueOf((char) b) : "%" + HEX.toHexDigits(b));
        }
        segments.add(segment.toString());
        return segments;
    }
}
