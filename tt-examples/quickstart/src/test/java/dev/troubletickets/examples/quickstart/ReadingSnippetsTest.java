// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.passage.Passage;
import dev.troubletickets.passage.Passages;
import dev.troubletickets.quotes.QuotedHistory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the guide says of quoted history. */
class ReadingSnippetsTest {
    private static final String MAIL = """
        It works now.

        On Tue, 3 Mar 2026 at 10:15, Support <support@host.example> wrote:

        Please try again.
        """;

    private final StringBuilder html = new StringBuilder();

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    @Test
    @Tag("D10")
    void quotedHistoryIsFolded() {
        Passages passages = QuotedHistory.in(MAIL);
        // region: folded
        if (passages.hidesAnything()) {
            for (Passage passage : passages.all()) {
                html.append(passage.isShown() ? "<details open>" : "<details>");
                html.append("<summary>").append(passage.rule()).append("</summary>");
                html.append(escape(passages.of(passage))).append("</details>");
            }
        } else {
            html.append(escape(passages.text()));
        }
        // endregion
        assertThat(html)
                .contains("<details open><summary>WRITTEN", "<details><summary>ATTRIBUTION", "Please try again.");
        assertThat(passages.visible()).isEqualTo("It works now.");
    }
}
