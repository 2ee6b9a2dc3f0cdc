// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import dev.troubletickets.spelling.HunspellSpellChecker;
import dev.troubletickets.spi.spelling.Misspelling;
import dev.troubletickets.spi.spelling.SpellChecker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a technician would be told of a text. */
@Command(
        name = "spell",
        mixinStandardHelpOptions = true,
        description = "Finds the misspelt words of the text on standard input, with suggestions.")
final class Spell implements Callable<Integer> {
    /** Nobody waits for an answer to be sent. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Console console;

    @Option(names = "--aff", paramLabel = "A", required = true, description = "The dictionary's .aff file.")
    private Path affixes = Path.of("");

    @Option(names = "--dic", paramLabel = "D", required = true, description = "The dictionary's .dic file.")
    private Path words = Path.of("");

    @Option(names = "--json", description = "Writes an object a line for each misspelt word.")
    private boolean json;

    Spell(Console console) {
        this.console = console;
    }

    /** 0 if the text was checked, whatever was found. */
    @Override
    public Integer call() throws IOException {
        SpellChecker checker = HunspellSpellChecker.builder()
                .language(
                        Locale.ROOT,
                        console.base().resolve(affixes),
                        console.base().resolve(words))
                .suggestingWithin(PATIENCE)
                .suggestingForAtMost(Integer.MAX_VALUE)
                .build();
        String text = new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
        JsonLines lines = new JsonLines(console.out());
        for (Misspelling misspelt : checker.check(text, Locale.ROOT)) {
            if (json) {
                lines.write(fields(misspelt));
            } else {
                console.out().println(words(misspelt));
            }
        }
        return Workbench.DONE;
    }

    private static String words(Misspelling misspelt) {
        String found = misspelt.offset() + " " + misspelt.word();
        return misspelt.suggestions().isEmpty() ? found : found + ": " + String.join(", ", misspelt.suggestions());
    }

    private static Map<String, ?> fields(Misspelling misspelt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("word", misspelt.word());
        fields.put("offset", misspelt.offset());
        fields.put("suggestions", misspelt.suggestions());
        return fields;
    }
}
