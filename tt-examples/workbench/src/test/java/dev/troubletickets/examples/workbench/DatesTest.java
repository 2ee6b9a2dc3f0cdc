// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as mails have them. */
@Tag("D10")
class DatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 05 Jan 2026 09:30:00 +0100 | 2026-01-05T08:30:00Z",
                "5 Jan 2026 08:30 GMT | 2026-01-05T08:30:00Z",
                "Wed, 20 Sep 1995 00:19:00 (EDT) -0400 | 1995-09-20T04:19:00Z",
                "Fri, 29 Jun 2012 05:06:37 -0700 (PDT) | 2012-06-29T12:06:37Z",
                "Thu,      13   Feb   1969   23:32   -0330 (Newfoundland (Time)) | 1969-02-14T03:02:00Z",
                "Sun, 7 May 95 16:21:03 GMT | 1995-05-07T16:21:03Z",
                "Mon,  2 Apr 101 04:20:10 CST | 2001-04-02T10:20:10Z",
                "Wed, 3 May 2006 00:09:22 | 2006-05-03T00:09:22Z"
            })
    void areReadAsTheyAreMeant(String header, Instant date) {
        assertThat(Dates.parse(header)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "%date_raw_header%",
                "Wed, 15 Dec 2010    59:10 -0500",
                "Mon, 5 Jan 99999 10:00:00 +0000",
                "Mon, 5 Jan 2026 10:00:00:00 +0000",
                "((((((("
            })
    void orNotAtAll(String header) {
        assertThat(Dates.parse(header)).isEmpty();
    }
}
