// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.files;

import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file in the format mbox. Its mails are known by where they begin. */
public record MboxFile(String name, Path file) implements Mailbox {
    private static final int BUFFER = 256 << 10;

    @Override
    public Session open() {
        if (!Files.isRegularFile(file)) {
            throw new MailUnavailable(file + " is no file", null);
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                InputStream in = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
                return new MboxSession(file, channel, MboxIndex.of(file, in));
            } catch (IOException | RuntimeException failure) {
                channel.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw MailFile.unreadable(file, failure);
        }
    }
}
