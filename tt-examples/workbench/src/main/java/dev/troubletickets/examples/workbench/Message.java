// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import dev.troubletickets.mail.MimeFormat;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a message says, as a desk reads it.
 *
 * @param hasBody false if no more than the headers could be read
 */
record Message(ParsedMail mail, Optional<String> html, boolean hasBody) {
    private static final MimeFormat FORMAT = new MimeFormat();
    private static final MailLimits LIMITS = MailLimits.defaults();

    /** Empty where nothing of it can be read. */
    static Optional<Message> read(Letter letter) {
        try {
            if (letter.obstacle().isEmpty()) {
                return Optional.of(new Message(FORMAT.parse(letter.raw(), LIMITS), html(letter.raw()), true));
            }
        } catch (LimitExceeded | RuntimeException | StackOverflowError onlyHeaders) {
            return headersOf(letter.raw());
        }
        return letter.raw().length == 0 ? Optional.empty() : headersOf(letter.raw());
    }

    private static Optional<Message> headersOf(byte[] raw) {
        try {
            byte[] headers = Arrays.copyOf(raw, Math.min(headersEnd(raw), LIMITS.headerBytes()));
            return Optional.of(new Message(FORMAT.parse(headers, LIMITS), Optional.empty(), false));
        } catch (LimitExceeded | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> html(byte[] raw) {
        try {
            return FORMAT.html(raw, LIMITS).map(safe -> safe.html());
        } catch (LimitExceeded | RuntimeException | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }

    /** The first empty line. */
    private static int headersEnd(byte[] raw) {
        for (int i = 1; i < raw.length; i++) {
            boolean empty = raw[i] == '\n' && (raw[i - 1] == '\n' || i > 1 && raw[i - 1] == '\r' && raw[i - 2] == '\n');
            if (empty) {
                return i + 1;
            }
        }
        return raw.length;
    }

    Optional<Instant> date() {
        return mail.header("date").flatMap(Dates::parse);
    }

    /** The addresses of the headers of this name: found as a desk finds them, which does not tell To from Cc. */
    List<EmailAddress> addresses(String header) {
        StringBuilder alone = new StringBuilder();
        mail.headers()
                .getOrDefault(header, List.of())
                .forEach(value -> alone.append("To: ").append(value).append("\r\n"));
        try {
            return FORMAT.parse(alone.append("\r\n").toString().getBytes(StandardCharsets.UTF_8), LIMITS)
                    .recipients();
        } catch (LimitExceeded longerThanItWasBefore) {
            return List.of();
        }
    }
}
