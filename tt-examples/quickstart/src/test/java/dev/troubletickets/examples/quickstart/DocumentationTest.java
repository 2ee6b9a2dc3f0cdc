// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -Dtt.docs.write=true} writes the snippets into the pages instead of comparing them. */
class DocumentationTest {
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)(#[^)]*)?\\)");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/guide.md"})
    void theJavaOfAPageIsARegionOfATest(String name) throws IOException {
        Path page = Snippets.ROOT.resolve(name);
        String text = Snippets.read(page);
        String filled = Snippets.filled(text);
        if (Boolean.getBoolean("tt.docs.write")) {
            Files.writeString(page, filled);
        } else {
            assertThat(text).isEqualTo(filled);
        }
        assertThat(text.split("```java\n", -1))
                .as("every block of Java names its region")
                .hasSize((int) Snippets.blocks(text) + 1);
    }

    @Test
    void theDeskIsEmbeddedInLessThanTwentyLines() {
        String readme = Snippets.read(Snippets.ROOT.resolve("README.md"));
        String embed = readme.substring(readme.indexOf("```java\n") + 8);
        assertThat(embed.substring(0, embed.indexOf("```")).lines()).hasSizeLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "CONTRIBUTING.md",
                "SECURITY.md",
                "THREAT_MODEL.md",
                "docs/guide.md",
                "docs/workbench.md",
                "docs/decisions/README.md"
            })
    void linksLeadSomewhere(String name) {
        Path page = Snippets.ROOT.resolve(name);
        List<String> targets = LINK.matcher(Snippets.read(page))
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(targets)
                .allSatisfy(target -> assertThat(page.resolveSibling(target)).exists());
    }

    @Test
    void theIndexNamesEveryDecision() throws IOException {
        Path decisions = Snippets.ROOT.resolve("docs/decisions");
        String index = Snippets.read(decisions.resolve("README.md"));
        try (var files = Files.list(decisions)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.matches("\\d{4}-.*")))
                    .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
        }
    }
}
