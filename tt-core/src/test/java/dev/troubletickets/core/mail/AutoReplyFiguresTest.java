// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.troubletickets.contract.figures.Figures;
import dev.troubletickets.core.post.Tokens;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.mail.ParsedMail.Sender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Headers by which mails say that a machine wrote them, as others collected them; {@code docs/mail-figures.md}. */
@Tag("D4")
class AutoReplyFiguresTest {
    private static final String FOLDER = System.getProperty("tt.corpora", "");

    private final Classifier classifier =
            new Classifier(new Tokens(List.of(Secret.of("0123456789abcdef0123456789abcdef")), new Random(1)));

    @Test
    void machinesAreToldAsTheCollectorsSay() throws IOException {
        assumeTrue(!FOLDER.isEmpty(), "set -Dtt.corpora to the folder with collected mails");
        List<String> missed = new ArrayList<>();
        List<String> falsely = new ArrayList<>();
        int all = 0;
        for (JsonNode expected : headers()) {
            all++;
            String header = expected.path("header").asString("");
            String value = expected.path("value").asString("");
            boolean machine = !classifier.classify(mail(header, value)).mayBeAnswered();
            boolean isOne = expected.path("do_not_auto_answer").asBoolean();
            if (machine != isOne) {
                (isOne ? missed : falsely).add("`" + header + ": " + value + "`");
            }
        }
        Figures.ofMails(
                        "auto-replies",
                        "Automatic mails (D4)",
                        "Headers collected by BOOKATIGER/is-autoreply. Mails with such a header are not answered automatically;"
                                + " those that only ask for silence, which is disputed whether it makes a machine, count as"
                                + " people otherwise.",
                        "as the collectors say",
                        "missed",
                        "taken for automatic falsely")
                .row(Figures.share(all - missed.size() - falsely.size(), all), said(missed), said(falsely))
                .publish();
        assertThat(missed).isEmpty();
        assertThat(falsely).hasSizeLessThanOrEqualTo(1);
    }

    private static String said(List<String> headers) {
        return headers.isEmpty() ? "none" : String.join(", ", headers);
    }

    private static List<JsonNode> headers() throws IOException {
        JsonMapper json = new JsonMapper();
        return Files.readAllLines(Path.of(FOLDER, "manifest.jsonl")).stream()
                .map(json::readTree)
                .filter(sample -> sample.path("capability").asString("").equals("auto-reply")
                        && sample.path("input").asString("").equals("header"))
                .map(sample -> sample.path("expected"))
                .toList();
    }

    private static ParsedMail mail(String header, String value) {
        return new ParsedMail(
                Optional.of("<1@x.example>"),
                List.of(),
                Optional.of(new Sender(EmailAddress.of("jane@x.example"), "")),
                List.of(),
                "Mail bounces",
                "Help!",
                List.of(),
                Map.of(header, List.of(value)),
                Optional.empty(),
                "");
    }
}
