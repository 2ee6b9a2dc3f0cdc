// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.FileVisitResult.SKIP_SUBTREE;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-G]\\d{1,2}) \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([A-G]\\d{1,2})\"\\)");
    private static final Pattern MENTION = Pattern.compile("(?<=[( ])([A-G]\\d{1,2})(?=[),])");

    private final Map<String, String> states = ROW.matcher(Snippets.read(Snippets.ROOT.resolve("docs/capabilities.md")))
            .results()
            .collect(toMap(row -> row.group(1), row -> row.group(2)));

    @Test
    void everyRowSaysHowFarItIsBuilt() {
        assertThat(states).hasSize(18 + 14 + 6 + 12 + 12 + 4 + 18);
        assertThat(states.values()).allMatch(state -> state.matches("yes|later|in part: .+"));
    }

    @Test
    void everyIdInTestsDocumentationAndJavadocStandsThere() throws IOException {
        assertThat(states.keySet())
                .containsAll(tags())
                .containsAll(found(MENTION, "{docs/**.md,*.md,**/src/main/**.java}"));
    }

    @Test
    void whatIsBuiltHasATest() throws IOException {
        Set<String> tags = tags();
        assertThat(states)
                .allSatisfy((id, state) -> assertThat(tags.contains(id) || !state.equals("yes"))
                        .as("%s is said to be built", id)
                        .isTrue());
    }

    private static Set<String> tags() throws IOException {
        return found(TAG, "**/src/test/**.java");
    }

    private static Set<String> found(Pattern pattern, String glob) throws IOException {
        PathMatcher wanted = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        Set<String> ids = new TreeSet<>();
        Files.walkFileTree(Snippets.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes facts) {
                String name = String.valueOf(directory.getFileName());
                return name.equals("target") || name.startsWith(".") ? SKIP_SUBTREE : CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                if (wanted.matches(Snippets.ROOT.relativize(file))) {
                    pattern.matcher(Snippets.read(file)).results().forEach(match -> ids.add(match.group(1)));
                }
                return CONTINUE;
            }
        });
        return ids;
    }
}
