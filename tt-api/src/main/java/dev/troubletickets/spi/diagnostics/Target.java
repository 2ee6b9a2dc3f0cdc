// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.diagnostics;

import java.util.Locale;
import java.util.Optional;

/**
 * What a tool looks at: the name of a host or domain, or an IP address, and never anything else. Made by {@link #parse} alone, so that it can
 * stand on a command line: it holds nothing but letters, digits, dots, hyphens and colons, and begins with none of the last three.
 */
public final class Target {
    /** What can be looked at. */
    public enum Kind {
        /** Of a host or a domain, in ASCII, in lower case, with a dot in it and none at its end. */
        NAME,
        IPV4,
        IPV6
    }

    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;

    private final Kind kind;
    private final String value;

    private Target(Kind kind, String value) {
        this.kind = kind;
        this.value = value;
    }

    /** Empty for anything that is neither a name nor an address; letters are made small, and one dot at the end is dropped. */
    public static Optional<Target> parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NAME + 1) {
            return Optional.empty();
        }
        if (text.indexOf(':') >= 0) {
            return Ipv6.isOne(text)
                    ? Optional.of(new Target(Kind.IPV6, text.toLowerCase(Locale.ROOT)))
                    : Optional.empty();
        }
        String name = (text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
        String[] labels = name.split("\\.", -1);
        boolean digits = labels[labels.length - 1].chars().allMatch(Target::isDigit);
        if (digits) {
            return isIpv4(text) ? Optional.of(new Target(Kind.IPV4, text)) : Optional.empty();
        }
        boolean named = labels.length > 1 && name.length() <= LONGEST_NAME;
        for (String label : labels) {
            named = named && isLabel(label);
        }
        return named ? Optional.of(new Target(Kind.NAME, name.toLowerCase(Locale.ROOT))) : Optional.empty();
    }

    public Kind kind() {
        return kind;
    }

    public String value() {
        return value;
    }

    /** True for the same, and for a name that stands beneath that one. */
    public boolean isWithin(Target other) {
        return equals(other) || kind == Kind.NAME && other.kind == Kind.NAME && value.endsWith("." + other.value);
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= LONGEST_LABEL
                && label.charAt(0) != '-'
                && label.charAt(label.length() - 1) != '-'
                && label.chars().allMatch(c -> isDigit(c) || c == '-' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
    }

    static boolean isIpv4(String text) {
        String[] parts = text.split("\\.", -1);
        boolean address = parts.length == 4;
        for (String part : parts) {
            address = address
                    && !part.isEmpty()
                    && part.length() <= 3
                    && part.chars().allMatch(Target::isDigit)
                    && (part.length() == 1 || part.charAt(0) != '0')
                    && Integer.parseInt(part) <= 255;
        }
        return address;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Target target && target.kind == kind && target.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
