// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.core.post.AutomaticMail;
import dev.troubletickets.view.MailClass;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code docs/mail.md} says what a mail of each class may do. */
class MailDocTest {
    private static final String SOURCE = "tt-api/src/main/java/dev/troubletickets/view/MailClass.java";
    private static final String AUTOMATIC = "tt-core/src/main/java/dev/troubletickets/core/post/AutomaticMail.java";
    private static final String HEAD = """
            # What a mail may do

            Made from the code: from `MailClass` and `AutomaticMail`. Change the classes, not this file.

            Every mail that comes in is of one class, by RFC 3834, RFC 3464 and what the world sends besides. What is refused stays in
            the mailroom with the reason; no mail is lost. A person gets no receipt either who asks for none in
            `X-Auto-Response-Suppress`, writes from a no-reply address, or whose mail reads like a delivery report.

            | class | is | opens a ticket | is added to its ticket | reopens it and stops auto-close | gets a receipt |
            |---|---|---|---|---|---|
            """;
    private static final String SENT = """

            # Which limits hold for automatic mails

            Receipts are turned off by `Settings.receipts`. The limits are `Settings.automaticMail`: so many in a window, 10 minutes by
            default, to one address (2), of one ticket (5) and of the installation (1,000). Machines and our own addresses get none. What
            a limit holds back is told in the ticket and counted in the mailroom.

            | mail | is | to its address in the window | limits of ticket and installation |
            |---|---|---|---|
            """;

    @Test
    @Tag("D4")
    @Tag("D9")
    void theTableOfMailClassesIsWhatTheCodeDoes() throws IOException {
        String source = GeneratedDocs.source(SOURCE);
        StringBuilder page = new StringBuilder(HEAD);
        for (MailClass each : MailClass.values()) {
            page.append("| ")
                    .append(each)
                    .append(" | ")
                    .append(GeneratedDocs.said(source, each.name()))
                    .append(" |");
            for (boolean may : List.of(each.mayOpen(), each.mayAppend(), each.mayReopen(), each.mayBeAnswered())) {
                page.append(may ? " yes |" : " no |");
            }
            page.append('\n');
        }

        page.append(SENT);
        String automatic = GeneratedDocs.source(AUTOMATIC);
        for (AutomaticMail each : AutomaticMail.values()) {
            page.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            each,
                            GeneratedDocs.said(automatic, each.name()),
                            toAddress(each),
                            each.isCounted() ? "yes" : "no"));
        }

        GeneratedDocs.check("mail.md", page.toString());
    }

    private static String toAddress(AutomaticMail mail) {
        return switch (mail.toAddress()) {
            case ONE -> "one";
            case AS_SET -> "as set";
            case ANY -> "any";
        };
    }

    @Test
    @Tag("D4")
    void nothingThatMayNotOpenMayReopen() {
        for (MailClass each : MailClass.values()) {
            assertThat(each.mayReopen() && !each.mayAppend()).isFalse();
            assertThat(each.mayBeAnswered() && !each.mayReopen()).isFalse();
        }
    }
}
