// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threat 20: twice the text takes twice the time, up to the limit from which on nothing is looked at. */
class SlowTrimmingTest {
    private static final int ATTEMPTS = 5;
    private static final long FLOOR = 40_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">",
                "> ",
                ">\n",
                "> a\n",
                "> a\nb\n",
                "\n",
                " \n",
                "a",
                "a ",
                "a\n",
                ":",
                ":\n",
                "@",
                "a@b.example ",
                "a@b.example:\n",
                "1",
                "1.1.",
                "2026-",
                "wrote:\n",
                "wrote ",
                "> wrote:\n",
                "On 3 May 2026 at 10:15, Jane <a@b.example>\n",
                "On 3 May 2026 at 10:15, Jane <a@b.example> wrote:\n> x\n",
                "On 3 May 2026 at 10:15\n\n\nwrote:\n",
                "From: a@b.example\n",
                "From: a@b.example\nReceived: x\n",
                "From:\nTo:\n\nSubject:\n",
                "-",
                "--\n",
                "-- \n",
                "-- \na\n\n\n\n\n\n",
                "____\na@b\n",
                "-- --\n",
                "```\n",
                "Sent from\n\n",
                "Kind regards,\n\n",
                "confidential intended recipient ",
                "this is confidential and privileged, received this in error, if you are not the intended recipient of"
                        + " it now\n\n",
                "https://x.example\n> a\n",
                "ab ab ab ab ab ab ab ab\n",
                "\u5199",
                "\u0e40\u0e02",
                "\u00a0",
                "\r",
                "<",
                "|",
                "*\n"
            })
    @Tag("D10")
    void timeGrowsWithTheText(String piece) {
        String text = piece.repeat(Trimmer.MOST / piece.length());
        boolean grows = false;
        long small = 0;
        long large = 0;
        for (int attempt = 0; attempt < ATTEMPTS && !grows; attempt++) {
            small = best(text.substring(0, text.length() / 2));
            large = best(text);
            grows = large <= Math.max(FLOOR, (long) (2.6 * small));
        }
        assertThat(grows).as("%d ns, and for half of it %d", large, small).isTrue();
    }

    @Test
    @Tag("D10")
    void whatIsBeyondTheLimitIsWhatTheLastLineBeforeIs() {
        String words = "It works.\n".repeat(1 << 17);
        assertThat(Trimmer.passages("It works.\n\n-----Original Message-----\n" + words, List.of())
                        .visible())
                .isEqualTo("It works.");
        assertThat(Trimmer.passages(words + "> x\n> y\n", List.of()).hidesAnything())
                .isFalse();
        assertThat(Trimmer.passages("x".repeat(1 << 20), List.of()).hidesAnything())
                .isFalse();
    }

    private static long best(String text) {
        return Math.min(time(text), Math.min(time(text), time(text)));
    }

    /** Of this thread alone: other programs may be busy. */
    private static long time(String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        Trimmer.passages(text, List.of(text.substring(0, text.length() / 3)));
        return threads.getCurrentThreadCpuTime() - start;
    }
}
