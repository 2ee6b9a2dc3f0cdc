// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.troubletickets.command.Upload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;

/** Names of strangers' files (F3; row 11 of the threats). */
@Tag("F3")
class FileNamesFuzzTest {
    private static final int LONGEST = 200;

    @FuzzTest(maxDuration = "10m")
    void aNameIsHarmlessWhateverItWas(byte[] given) {
        String name = clean(new String(given, StandardCharsets.UTF_8));

        assertThat(name).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST).isEqualTo(name.strip());
        assertThat(name.codePoints()).noneMatch(FileNamesFuzzTest::isHarmful);
        assertThat(name.chars()).as("more than dots").anyMatch(c -> c != '.' && c != ' ');
        assertThat(clean(name)).as("cleaned again").isEqualTo(name);
    }

    private static String clean(String name) {
        return Upload.of(name, "", new byte[0]).name();
    }

    /** Cuts paths, hides or reorders text, or ends lines. */
    private static boolean isHarmful(int c) {
        int type = Character.getType(c);
        return "/\\:*?\"<>|".indexOf(c) >= 0
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
