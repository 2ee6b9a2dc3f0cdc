// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Java of the documentation is cut out of tests. A fenced block stands under {@code <!-- ClassName#region -->}; the region is what
 * the class has between {@code // region: region} and the next {@code // endregion}, moved to the left.
 */
final class Snippets {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Path SOURCES = Path.of("src/test/java/dev/troubletickets/examples/quickstart");
    private static final Pattern BLOCK =
            Pattern.compile("<!-- (\\w+)#([\\w-]+) -->\n```java\n(.*?)```\n", Pattern.DOTALL);

    private Snippets() {}

    /** The page as it should be: with every block as its region says. */
    static String filled(String page) {
        return BLOCK.matcher(page).replaceAll(Snippets::filled);
    }

    static long blocks(String page) {
        return BLOCK.matcher(page).results().count();
    }

    private static String filled(MatchResult block) {
        String source = block.group(1);
        String region = block.group(2);
        return Matcher.quoteReplacement(
                "<!-- " + source + "#" + region + " -->\n```java\n" + region(source, region) + "```\n");
    }

    private static String region(String source, String name) {
        List<String> lines = read(SOURCES.resolve(source + ".java")).lines().toList();
        int start = indexOf(lines, "// region: " + name, 0);
        int end = indexOf(lines, "// endregion", start);
        return String.join("\n", lines.subList(start + 1, end)).stripIndent() + "\n";
    }

    private static int indexOf(List<String> lines, String mark, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(mark)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no line says " + mark);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
