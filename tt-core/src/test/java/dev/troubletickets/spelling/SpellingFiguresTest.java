// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.troubletickets.contract.figures.Figures;
import dev.troubletickets.spi.spelling.Misspelling;
import dev.troubletickets.spi.spelling.SpellChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Beside the native program on the same dictionary, over misspellings and customers' questions that others collected. */
@Tag("F1")
class SpellingFiguresTest {
    private static final Path CORPORA = Path.of(System.getProperty("tt.corpora", ""));
    private static final int SUGGESTIONS = 5;

    private SpellChecker ours;
    private NativeHunspell theirs;

    @BeforeEach
    void openTheDictionary() throws IOException {
        assumeTrue(!CORPORA.toString().isEmpty(), "set -Dtt.corpora to the folder of collected texts");
        Path dictionary = CORPORA.resolve("spell/dict_en");
        ours = HunspellSpellChecker.builder()
                .language(Locale.US, dictionary.resolve("index.aff"), dictionary.resolve("index.dic"))
                .build();
        theirs = new NativeHunspell(dictionary.resolve("index"));
    }

    @AfterEach
    void close() {
        if (theirs != null) {
            theirs.close();
        }
    }

    @Test
    void theWordThatWasMeantIsAmongFiveMoreOftenThanNatively() throws IOException {
        Race text = new Race(questions());
        Race words = new Race(pairs().stream().map(pair -> pair.get(0)).toList());
        Found mine = new Found(words.answersOfOurs);
        Found natives = new Found(words.answersOfTheirs);

        Figures.ofTexts(
                        "spelling",
                        "Spelling (F1)",
                        "The misspellings that Wikipedia's editors collected, with the words that were meant, and Typo.js's American"
                                + " dictionary. Beside `hunspell -a`, on the same dictionary and in the same run, which took turns"
                                + " with ours, built with nothing said but the dictionary. A word per line are the misspellings, each"
                                + " once, so that no cache helps; running text is what customers asked a bank.",
                        "of the misspellings",
                        "ours",
                        "native")
                .row("the word that was meant among five suggestions", mine.amongFive(), natives.amongFive())
                .row("the word that was meant first", mine.first(), natives.first())
                .table("words per second", "ours", "native", "ours / native, median of " + Race.ROUNDS + " rounds")
                .row("misspelt, with suggestions", words.ours(), words.theirs(), words.ratio())
                .row("running text, with suggestions", text.ours(), text.theirs(), text.ratio())
                .publish();
        assertThat(mine.amongFive).isGreaterThan(natives.amongFive);
        assertThat(mine.first).isGreaterThan(natives.first);
    }

    private static List<List<String>> pairs() throws IOException {
        return Files.readAllLines(CORPORA.resolve("spell/hunspell_wikipedia/pairs.tsv")).stream()
                .map(line -> List.of(line.split("\t")))
                .toList();
    }

    /** The first column, in which quotation marks are as good as none. */
    private static List<String> questions() throws IOException {
        try (Stream<String> lines = Files.lines(CORPORA.resolve("tickets/banking77/test.csv"))) {
            return lines.skip(1)
                    .filter(line -> line.contains(","))
                    .map(line -> line.substring(0, line.lastIndexOf(',')).replace("\"", ""))
                    .toList();
        }
    }

    /** How often a suggestion was right. */
    private static final class Found {
        private int amongFive;
        private int first;
        private final int all;

        Found(String[][] suggestions) throws IOException {
            List<List<String>> pairs = pairs();
            all = pairs.size();
            for (int i = 0; i < all; i++) {
                List<String> meant = List.of(pairs.get(i).get(1).split("\\|"));
                List<String> five =
                        Arrays.stream(suggestions[i]).limit(SUGGESTIONS).toList();
                amongFive += five.stream().anyMatch(meant::contains) ? 1 : 0;
                first += five.stream().limit(1).anyMatch(meant::contains) ? 1 : 0;
            }
        }

        String amongFive() {
            return Figures.share(amongFive, all);
        }

        String first() {
            return Figures.share(first, all);
        }
    }

    /** Both check the same lines, a part each in turn. */
    private final class Race {
        static final int ROUNDS = 20;

        private final long[] timeOfOurs = new long[ROUNDS];
        private final long[] timeOfTheirs = new long[ROUNDS];
        private final long words;
        private final String[][] answersOfOurs;
        private final String[][] answersOfTheirs;

        Race(List<String> lines) throws IOException {
            words = lines.stream().mapToLong(line -> line.split("\\s+").length).sum();
            answersOfOurs = new String[lines.size()][];
            answersOfTheirs = new String[lines.size()][];
            for (int round = 0; round < ROUNDS; round++) {
                int from = lines.size() * round / ROUNDS;
                int to = lines.size() * (round + 1) / ROUNDS;
                long start = System.nanoTime();
                for (int i = from; i < to; i++) {
                    answersOfOurs[i] = ours.check(lines.get(i), Locale.US).stream()
                            .map(Misspelling::suggestions)
                            .flatMap(List::stream)
                            .toArray(String[]::new);
                }
                timeOfOurs[round] = System.nanoTime() - start;
                start = System.nanoTime();
                for (int i = from; i < to; i++) {
                    answersOfTheirs[i] = theirs.check(lines.get(i)).stream()
                            .flatMap(List::stream)
                            .toArray(String[]::new);
                }
                timeOfTheirs[round] = System.nanoTime() - start;
            }
        }

        String ours() {
            return perSecond(timeOfOurs);
        }

        String theirs() {
            return perSecond(timeOfTheirs);
        }

        /** The middle one of the rounds. */
        String ratio() {
            double[] ratios = new double[ROUNDS];
            Arrays.setAll(ratios, round -> (double) timeOfTheirs[round] / timeOfOurs[round]);
            Arrays.sort(ratios);
            return String.format(Locale.ROOT, "%.1f", (ratios[ROUNDS / 2 - 1] + ratios[ROUNDS / 2]) / 2);
        }

        private String perSecond(long[] times) {
            return String.format(
                    Locale.ROOT,
                    "%,d",
                    words * 1_000_000_000L / Arrays.stream(times).sum());
        }
    }
}
