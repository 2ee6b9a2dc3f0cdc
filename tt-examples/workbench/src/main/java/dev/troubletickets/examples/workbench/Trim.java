// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import dev.troubletickets.quotes.QuotedHistory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a page would show of messages. */
@Command(
        name = "trim",
        mixinStandardHelpOptions = true,
        description = "Gives what is new in plain texts and mails: without quoted history and signatures.")
final class Trim implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Plain texts, HTML or mails.")
    private List<String> files = List.of();

    private boolean incomplete;

    Trim(Console console) {
        this.console = console;
    }

    /** 0 if every file could be read. */
    @Override
    public Integer call() {
        JsonLines lines = new JsonLines(console.out());
        new Finder(console.base())
                .find(files)
                .forEach(source -> source.read(letter -> {
                    Optional<String> text = text(letter);
                    incomplete |= text.isEmpty();
                    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                    fields.put("file", letter.file());
                    fields.put(
                            "visible",
                            text.map(whole -> QuotedHistory.in(whole).visible()).orElse(null));
                    lines.write(fields);
                }));
        return incomplete ? Workbench.FAILED : Workbench.DONE;
    }

    /** Empty where it is beyond what is read. */
    private static Optional<String> text(Letter letter) {
        if (letter.raw().length == 0 && !letter.missing()) {
            return Optional.of("");
        }
        if (Words.isMail(letter) || Words.isHtml(letter)) {
            return Message.read(Words.isMail(letter) ? letter : asMail(letter))
                    .filter(Message::hasBody)
                    .map(message -> message.mail().text());
        }
        return letter.obstacle().isPresent() ? Optional.empty() : Optional.of(Words.plain(letter.raw()));
    }

    private static Letter asMail(Letter html) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes("Content-Type: text/html\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        mail.writeBytes(html.raw());
        return new Letter(html.file(), mail.toByteArray(), html.obstacle(), html.missing());
    }
}
