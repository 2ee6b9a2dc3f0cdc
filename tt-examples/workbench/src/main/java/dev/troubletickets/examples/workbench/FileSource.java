// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import dev.troubletickets.spi.mail.MailLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** A file that is one message. */
record FileSource(String file, Path path) implements Source {
    private static final long LIMIT = MailLimits.defaults().bytes();
    private static final int BEGINNING = MailLimits.defaults().headerBytes();

    @Override
    public int size() {
        return 1;
    }

    @Override
    public void read(Consumer<Letter> reader) {
        reader.accept(letter());
    }

    private Letter letter() {
        try (InputStream in = Files.newInputStream(path)) {
            if (Files.size(path) > LIMIT) {
                return Letter.tooLarge(file, in.readNBytes(BEGINNING), LIMIT);
            }
            byte[] raw = in.readNBytes((int) LIMIT);
            // of a pipe the size is not known before
            return in.read() < 0 ? Letter.of(file, raw) : Letter.tooLarge(file, Arrays.copyOf(raw, BEGINNING), LIMIT);
        } catch (IOException failure) {
            String how = failure.getClass().getSimpleName();
            return Letter.missing(file, Files.exists(path) ? "it cannot be read: " + how : "it is not there");
        }
    }
}
