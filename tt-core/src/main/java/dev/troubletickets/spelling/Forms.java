// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.hunspell.AffixedWord;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.WordFormGenerator;

/** The words of a dictionary in all their forms, without those that it says are never to be suggested. */
final class Forms {
    /** Languages that put words together have no end of them. */
    private static final int MOST = 1_000_000;

    private Forms() {}

    /**
     * The words with their ranks by use: those named as common in their order, then what stands in the dictionary, then what is derived.
     * Empty if there are too many to list.
     *
     * @param notSuggested the flag of words that are right, and never suggested
     */
    static Map<String, Integer> ranked(Dictionary dictionary, Optional<String> notSuggested, List<String> common) {
        Map<String, Integer> ranks = new HashMap<>();
        try {
            new WordFormGenerator(dictionary)
                    .generateAllSimpleWords(
                            form -> {
                                if (notSuggested
                                        .filter(flag -> isFlagged(form, flag))
                                        .isEmpty()) {
                                    ranks.merge(form.getWord(), rank(form, common.size()), Math::min);
                                }
                            },
                            () -> requireRoom(ranks));
        } catch (TooMany endless) {
            return Map.of();
        }
        for (int i = 0; i < common.size(); i++) {
            int rank = i;
            ranks.computeIfPresent(common.get(i), (word, derived) -> Math.min(derived, rank));
        }
        return ranks;
    }

    /** The flag that the affix file gives to such words. */
    static Optional<String> notSuggested(InputStream affixes) {
        // whatever the file's encoding, this line is in ASCII but for an odd flag, which then flags nothing
        return new BufferedReader(new InputStreamReader(affixes, StandardCharsets.ISO_8859_1))
                .lines()
                .filter(line -> line.startsWith("NOSUGGEST "))
                .map(line -> line.substring("NOSUGGEST ".length()).strip())
                .filter(flag -> !flag.isEmpty())
                .findFirst();
    }

    private static int rank(AffixedWord form, int unnamed) {
        boolean inDictionary = form.getWord().equals(form.getDictEntry().getStem());
        return inDictionary ? unnamed : unnamed + 1;
    }

    /** Flags are single characters, pairs of them, or numbers with commas between. */
    private static boolean isFlagged(AffixedWord form, String flag) {
        String flags = form.getDictEntry().getFlags();
        return flags.indexOf(',') >= 0 || flag.chars().allMatch(Character::isDigit)
                ? Arrays.asList(flags.split(",")).contains(flag)
                : flags.contains(flag);
    }

    private static void requireRoom(Map<String, Integer> ranks) {
        if (ranks.size() > MOST) {
            throw new TooMany();
        }
    }

    private static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
