// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import dev.troubletickets.spi.files.Scanner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds the word <i>virus</i>, and chokes on the word <i>bomb</i>, quoting all of it. */
public final class TestScanner implements Scanner {
    private boolean away;
    private int asked;

    @Override
    public Optional<String> scan(long size, InputStream content) throws IOException {
        if (away) {
            throw new IOException("the scanner does not answer");
        }
        asked++;
        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        if (text.contains("bomb")) {
            throw new IOException("too deeply nested: " + text);
        }
        return text.contains("virus") ? Optional.of("Test.Virus") : Optional.empty();
    }

    /** It answers no more. */
    public void leave() {
        away = true;
    }

    /** It answers again. */
    public void comeBack() {
        away = false;
    }

    /** How many files it has looked through. */
    public int asked() {
        return asked;
    }
}
