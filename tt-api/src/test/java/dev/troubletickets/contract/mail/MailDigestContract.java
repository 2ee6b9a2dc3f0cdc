// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.mail;

import static dev.troubletickets.contract.mail.Mails.parse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.mail.MailFormat;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The digest tells copies of one message from two messages under one id. */
public interface MailDigestContract {
    String[] MAIL = {
        "From: Jane <jane@customer.example>",
        "Date: Sun, 1 Mar 2026 12:00:00 +0000",
        "Subject: Hello",
        "Message-ID: <1@customer.example>",
        "",
        "text"
    };

    MailFormat format();

    @Test
    @Tag("D1")
    default void copiesThatCameByDifferentWaysAreEqual() {
        String[] other = Stream.concat(
                        Stream.of(
                                "Return-Path: <jane@customer.example>",
                                "Delivered-To: support@desk.example",
                                "Received: from a by b; Sun, 1 Mar 2026 12:00:01 +0000",
                                "X-Spam-Score: 3"),
                        Arrays.stream(MAIL))
                .toArray(String[]::new);
        assertThat(digest(other)).isEqualTo(digest(MAIL)).matches("[0-9a-f]{64}");
    }

    @Test
    @Tag("D1")
    default void whatTheSenderWroteMakesTheDifference() {
        assertThat(digest(changed(0, "From: Jane <june@customer.example>"))).isNotEqualTo(digest(MAIL));
        assertThat(digest(changed(1, "Date: Sun, 1 Mar 2026 12:00:01 +0000"))).isNotEqualTo(digest(MAIL));
        assertThat(digest(changed(2, "Subject: Hell"))).isNotEqualTo(digest(MAIL));
        assertThat(digest(changed(5, "next"))).isNotEqualTo(digest(MAIL));
    }

    @Test
    @Tag("D1")
    default void textIsNotMovedFromOneFieldToAnother() {
        assertThat(digest("Subject: ab", "", "c")).isNotEqualTo(digest("Subject: a", "", "bc"));
    }

    @Test
    @Tag("D1")
    default void attachmentsMakeADifference() {
        assertThat(digest(withFile("AAAA"))).isNotEqualTo(digest(withFile("AAAB")));
    }

    private static String[] withFile(String base64) {
        return new String[] {
            "Content-Type: multipart/mixed; boundary=b",
            "",
            "--b",
            "Content-Type: application/octet-stream",
            "Content-Disposition: attachment; filename=a",
            "Content-Transfer-Encoding: base64",
            "",
            base64,
            "--b--"
        };
    }

    private static String[] changed(int line, String to) {
        String[] lines = MAIL.clone();
        lines[line] = to;
        return lines;
    }

    private String digest(String... lines) {
        return parse(format(), lines).contentDigest();
    }
}
