// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.diagnostics;

/** Addresses such as {@code 2001:db8::1}, without a zone; nothing is looked up. */
final class Ipv6 {
    private static final int LONGEST = 45;
    private static final int GROUPS = 8;

    private Ipv6() {}

    static boolean isOne(String text) {
        int gap = text.indexOf("::");
        if (text.length() > LONGEST || gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        if (gap < 0) {
            return groups(text, true) == GROUPS;
        }
        int before = groups(text.substring(0, gap), false);
        int after = groups(text.substring(gap + 2), true);
        return before >= 0 && after >= 0 && before + after < GROUPS;
    }

    /** How many there are; -1 if something else stands there. */
    private static int groups(String text, boolean last) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] groups = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < groups.length; i++) {
            boolean four = last && i == groups.length - 1 && Target.isIpv4(groups[i]);
            if (!four && !isGroup(groups[i])) {
                return -1;
            }
            count += four ? 2 : 1;
        }
        return count;
    }

    private static boolean isGroup(String text) {
        return !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(Ipv6::isHex);
    }

    private static boolean isHex(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
