// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

import java.util.Locale;
import java.util.Optional;

/**
 * A mail address in the form {@code local@domain} (RFC 5321 section 4.1.2 without quoted local parts). The domain is kept in lower
 * case; the local part is kept as written and compared without regard to case, as every mail host in practice does.
 *
 * <p>Control characters, white space, brackets, quotes, commas and more than 254 characters are refused, so an address can be put
 * into a header or an SMTP command as it is.
 */
public record EmailAddress(String value) {
    private static final int LONGEST = 254;
    private static final String FORBIDDEN = "<>()[]\\,;:\"";

    /** @throws IllegalArgumentException if the value is not such an address */
    public EmailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an e-mail address of the form local@domain");
        }
        int at = value.lastIndexOf('@');
        value = value.substring(0, at + 1) + value.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the value is not such an address */
    public static EmailAddress of(String value) {
        return new EmailAddress(value);
    }

    /** Empty where the value is no such address; for input of strangers. */
    public static Optional<EmailAddress> parse(String value) {
        return isValid(value) ? Optional.of(new EmailAddress(value)) : Optional.empty();
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    public String local() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    /** The form under which addresses are stored for look-ups: all in lower case. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress that && (value.equals(that.value) || key().equals(that.key()));
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isValid(String value) {
        int at = value.lastIndexOf('@');
        if (at < 1 || at == value.length() - 1 || value.length() > LONGEST || value.indexOf('@') != at) {
            return false;
        }
        String domain = value.substring(at + 1);
        return isDomain(domain)
                && areAllowed(value)
                // an encoded word (RFC 2047) is text for people, never an address
                && !value.contains("=?");
    }

    /** Labels of letters, digits, hyphens and, as some hosts have them, underscores; in any script. */
    private static boolean isDomain(String domain) {
        boolean ends =
                domain.startsWith(".") || domain.startsWith("-") || domain.endsWith(".") || domain.contains("..");
        return !ends && areOfLabels(domain);
    }

    private static boolean areOfLabels(String domain) {
        for (int i = 0; i < domain.length(); i += Character.charCount(domain.codePointAt(i))) {
            int c = domain.codePointAt(i);
            if (c != '.' && c != '-' && c != '_' && !Character.isLetterOrDigit(c) && !isMark(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** No stream: lists make an address of every row. */
    private static boolean areAllowed(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isAllowed(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(char c) {
        return c > ' '
                && FORBIDDEN.indexOf(c) < 0
                && !Character.isISOControl(c)
                && !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.FORMAT
                && !folds(c);
    }

    /** U+760A and U+760D end in the bytes of LF and CR: a transport that cuts characters to bytes would send a line end. */
    private static boolean folds(char c) {
        int low = c & 0xff;
        return c > 0xff && (low == '\n' || low == '\r' || low == 0);
    }
}
