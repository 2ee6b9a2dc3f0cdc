// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A text that was sent before, made ready once to be looked for in many. */
public final class Sent {
    private static final int MOST_TEXTS = 5;
    private static final int MOST_WORDS = 20_000;

    private final Words words = new Words();
    private final Map<Long, Integer> shingles = new HashMap<>();

    private Sent(String text) {
        words.add(text, 0, MOST_WORDS);
        for (int i = 0; i + Words.SHINGLE <= words.count(); i++) {
            shingles.put(words.shingle(i), i);
        }
    }

    public static Sent of(String text) {
        return new Sent(text);
    }

    /** The last ones of many, which are enough: a mail quotes what it answers. */
    public static <T> List<T> last(List<T> texts) {
        return texts.subList(Math.max(0, texts.size() - MOST_TEXTS), texts.size());
    }

    int count() {
        return words.count();
    }

    /** Where some words stand; -1 where they do not. */
    int find(long shingle) {
        return shingles.getOrDefault(shingle, -1);
    }
}
