// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.core.mail.MailClass;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code docs/mail.md} says what a mail of each class may do. */
class MailDocTest {
    private static final String SOURCE = "tt-core/src/main/java/dev/troubletickets/core/mail/MailClass.java";
    private static final String HEAD = """
            # What a mail may do

            Made from the code: from `MailClass`. Change the class, not this file.

            Every mail that comes in is of one class, by RFC 3834, RFC 3464 and what the world sends besides. What is refused stays in
            the mailroom with the reason; no mail is lost.

            | class | is | opens a ticket | is added to its ticket | reopens it and stops auto-close | gets a receipt |
            |---|---|---|---|---|---|
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

        GeneratedDocs.check("mail.md", page.toString());
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
