// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words by which a text is found (C6). A word is a run of letters and digits with their marks, in lower case; an emoji or another
 * symbol is a word of its own, and so is each letter of a script that writes no spaces between words. Everything else, such as quotes,
 * operators and wild cards, only stands between words. A word is known by its first 64 characters, a text by its first 16,000 words.
 *
 * <p>What stands in an encrypted block (F2), or in another armored block but for signed text, is not among the words; of a block that
 * does not end, that is the whole rest of the text.
 *
 * <p>Takes time in proportion to the text, whatever it holds. Storages keep the words of texts and compare them exactly.
 */
public final class SearchWords {
    private static final int LONGEST = 64;
    private static final int MOST = 16_000;
    private static final int MOST_CHARACTERS = 200_000;
    private static final String BEGIN = "-----BEGIN PGP ";
    private static final String END = "-----END PGP ";
    private static final String SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final int SOFT_HYPHEN = 0xad;
    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int length;
    private boolean complete;
    private int characters;

    private SearchWords() {}

    /** In the order of the text, each as often as it stands there. */
    public static List<String> of(String text) {
        SearchWords found = new SearchWords();
        boolean armored = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (armored) {
                armored = !line.contains(END);
            } else if (line.contains(BEGIN) && !line.contains(SIGNED)) {
                armored = true;
            } else {
                found.read(line);
            }
            if (found.isFull()) {
                break;
            }
        }
        return List.copyOf(found.words);
    }

    private void read(String line) {
        for (int i = 0; i < line.length() && !isFull(); ) {
            int c = line.codePointAt(i);
            i += Character.charCount(c);
            take(c);
        }
        end();
    }

    private void take(int c) {
        if (isLetter(c)) {
            boolean alone = WITHOUT_SPACES.contains(UnicodeScript.of(c));
            if (complete || alone) {
                end();
            }
            append(c);
            complete = alone;
        } else if (isMark(c)) {
            if (length > 0 && !isVariationSelector(c)) {
                append(c);
            }
        } else if (Character.getType(c) == Character.OTHER_SYMBOL) {
            end();
            append(c);
            complete = true;
        } else if (c != SOFT_HYPHEN) {
            end();
        }
    }

    private void append(int c) {
        if (length < LONGEST) {
            word.appendCodePoint(c);
        }
        length++;
    }

    private void end() {
        if (length > 0 && !isFull()) {
            // a letter in lower case may be several, whose marks are then in another order
            String found = composed(composed(word).toLowerCase(Locale.ROOT));
            words.add(found);
            characters += found.length();
        }
        word.setLength(0);
        length = 0;
        complete = false;
    }

    private static String composed(CharSequence text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private boolean isFull() {
        return words.size() >= MOST || characters >= MOST_CHARACTERS;
    }

    private static boolean isLetter(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isVariationSelector(int c) {
        return c >= 0xfe00 && c <= 0xfe0f;
    }
}
