// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

/** Tells sentences from the lines of a signature. */
final class Prose {
    private static final int SENTENCE = 6;
    private static final int PHONE = 6;
    private static final int LONGEST = 60;

    private Prose() {}

    /** A sentence, or what comes after one: nobody signs with it. */
    static boolean isProse(String words) {
        char end = words.charAt(words.length() - 1);
        boolean postscript = words.regionMatches(true, 0, "ps", 0, 2) || words.regionMatches(true, 0, "p.s", 0, 3);
        return (postscript && words.length() > 4)
                || (".?!:\u3002\uff1f".indexOf(end) >= 0 && count(words) >= SENTENCE && !isContact(words));
    }

    /** An address, a link or a telephone number. */
    static boolean isContact(String words) {
        int digits = 0;
        for (int i = 0; i < words.length(); i++) {
            digits += Character.isDigit(words.charAt(i)) ? 1 : 0;
        }
        return words.indexOf('@') > 0 || words.contains("://") || words.contains("www.") || digits >= PHONE;
    }

    static boolean isSignOff(String words) {
        if (words.length() > LONGEST) {
            return false;
        }
        int end = words.length();
        while (end > 0 && ",.!; ".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return Vocabulary.SIGN_OFF.contains(Chars.folded(words.substring(0, end)));
    }

    static int count(String words) {
        int count = 0;
        boolean within = false;
        for (int i = 0; i < words.length(); i++) {
            boolean letter = !Chars.isSpace(words.charAt(i));
            count += letter && !within ? 1 : 0;
            within = letter;
        }
        return count;
    }
}
