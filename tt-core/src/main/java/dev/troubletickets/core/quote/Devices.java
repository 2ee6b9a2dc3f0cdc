// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

/** Tells lines such as "Sent from my iPhone" from sentences that begin like them. */
final class Devices {
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 10;
    private static final int FEW_WORDS = 6;
    private static final String PARTS = ".,;-\u2013\u2014";

    private Devices() {}

    static boolean isDevice(String raw) {
        if (raw.length() > LONGEST) {
            return false;
        }
        String line = withoutExcuse(withoutBrackets(Chars.strip(raw)));
        int link = Math.max(line.indexOf('<'), line.indexOf('('));
        boolean linked = link > 0 && line.indexOf("://", link) > 0;
        String words = withoutStops(Chars.strip(link > 0 ? line.substring(0, link) : line));
        String folded = Chars.folded(words);
        if (folded.isEmpty()
                || Prose.count(folded) > MOST_WORDS
                || folded.chars().anyMatch(c -> ",;!?:".indexOf(c) >= 0)) {
            return false;
        }
        boolean program = linked || namesProduct(folded);
        return (program && Vocabulary.DEVICE.stream().anyMatch(folded::startsWith))
                || Vocabulary.DEVICE_OWN.stream().anyMatch(start -> isName(words, folded, start));
    }

    private static String withoutBrackets(String line) {
        int start = 0;
        int end = line.length();
        while (end - start > 1 && "(<[".indexOf(line.charAt(start)) >= 0 && ")>]".indexOf(line.charAt(end - 1)) >= 0) {
            start++;
            end--;
        }
        return Chars.strip(line.substring(start, end));
    }

    /** People add a few words on their typing. */
    private static String withoutExcuse(String line) {
        for (int at = 1; at < line.length(); at++) {
            if (PARTS.indexOf(line.charAt(at)) >= 0) {
                String rest = Chars.folded(line.substring(at + 1));
                boolean few = Prose.count(rest) <= FEW_WORDS && rest.chars().noneMatch(c -> "?:;".indexOf(c) >= 0);
                return few && Vocabulary.EXCUSE.stream().anyMatch(start -> rest.startsWith(start + " "))
                        ? Chars.strip(line.substring(0, at))
                        : line;
            }
        }
        return line;
    }

    private static String withoutStops(String words) {
        int end = words.length();
        while (end > 0 && words.charAt(end - 1) == '.') {
            end--;
        }
        return words.substring(0, end);
    }

    /** What stands behind the word for "my" begins like a name. */
    private static boolean isName(String words, String folded, String start) {
        boolean whole = folded.startsWith(start) && words.length() == folded.length();
        String name = whole ? Chars.strip(words.substring(start.length())) : "";
        return !name.isEmpty() && (Character.isUpperCase(name.charAt(0)) || Character.isDigit(name.charAt(0)));
    }

    /** One of the words is a product, or holds the name of one where words run together. */
    private static boolean namesProduct(String line) {
        for (int at = 0; at < line.length(); at++) {
            int start = at;
            while (at < line.length() && Character.isLetterOrDigit(line.charAt(at))) {
                at++;
            }
            if (Vocabulary.PRODUCT.contains(line.substring(start, at))) {
                return true;
            }
        }
        return line.chars().anyMatch(c -> c >= 0x0590)
                && Vocabulary.PRODUCT.stream().anyMatch(line::contains);
    }
}
