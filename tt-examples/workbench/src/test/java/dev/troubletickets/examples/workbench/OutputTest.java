// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes where, and with what code it ends. */
@Tag("D1")
class OutputTest {
    @TempDir
    Path base;

    @Test
    void withoutJsonTheOutcomesAreCountedAndWhatWasNotTakenIsNamed() throws IOException {
        Run.write(base.resolve("a.eml"), Run.mail("mary@mary.example", "A"));
        Run.write(base.resolve("b.eml"), "");

        Run run = Run.of(base, "ingest", ".");

        assertThat(run.out()).isEqualTo("""
                ./b.eml: refused: it is empty
                      1 opened
                      0 appended
                      0 bounce
                      0 automatic
                      1 refused
                      0 quarantined
                      2 messages
                """);
        assertThat(run.code()).isZero();
    }

    @Test
    void aTerminalSeesABarAndNobodyElse() throws IOException {
        Run.write(base.resolve("a.eml"), Run.mail("mary@mary.example", "A"));

        assertThat(Run.of(base, true, "ingest", "--json", "a.eml").err()).contains("#] 1/1 a.eml");
        assertThat(Run.of(base, false, "ingest", "--json", "a.eml").err()).isEmpty();
    }

    @Test
    void charactersThatOtherProgramsTakeForALineEndAreEscaped() throws IOException {
        Run.write(
                base.resolve("a.eml"),
                "From: m@mary.example\nContent-Type: text/plain; charset=utf-8\n\na\u2028b\u0085c\u000bd\u2029😀\"\\\n");

        Run run = Run.of(base, "ingest", "--json", "a.eml");

        assertThat(run.out()).contains("\"text\":\"a\\u2028b\\u0085c\\u000Bd\\u2029😀\\\"\\\\\"");
        assertThat(run.all("text")).containsExactly("a\u2028b\u0085c\u000bd\u2029😀\"\\");
    }

    @Test
    void aDatabaseOfOnesOwnRemembersWhatItTook() throws IOException {
        String url = "jdbc:h2:file:" + base.resolve("desk").toAbsolutePath();
        Run.write(base.resolve("a.eml"), Run.mail("mary@mary.example", "A"));
        Run.write(base.resolve("b.eml"), Run.mail("mary@mary.example", "Re: A"));
        assertThat(Run.of(base, "ingest", "a.eml", "--json", "--jdbc", url).all("outcome"))
                .containsExactly("opened");

        Run again = Run.of(base, "ingest", "--jdbc=" + url, "--json", "a.eml", "b.eml");

        assertThat(again.all("outcome")).containsExactly("refused", "appended");
        assertThat(again.all("ticket")).containsExactly("1", "1");
        assertThat(again.out()).contains("duplicate of a message of an earlier run");
    }

    @Test
    void whatIsNotThereHasALineAndMakesTheRunFail() throws IOException {
        Run.write(base.resolve("a.eml"), Run.mail("mary@mary.example", "A"));

        Run run = Run.of(base, "ingest", "--json", "nowhere.eml", "a.eml");

        assertThat(run.all("outcome")).containsExactly("refused", "opened");
        assertThat(run.code()).isOne();
    }

    @Test
    void wrongArgumentsAndADeadDatabaseSaySoOnTheOtherChannel() {
        assertThat(Run.of(base).code()).isEqualTo(2);
        assertThat(Run.of(base, "ingest").code()).isEqualTo(2);
        assertThat(Run.of(base, "swallow", "a.eml").code()).isEqualTo(2);
        Run dead = Run.of(base, "ingest", "--json", "--jdbc", "jdbc:nothing:at:all", ".");

        assertThat(dead.code()).isOne();
        assertThat(dead.out()).isEmpty();
        assertThat(dead.err()).startsWith("workbench: ");
    }
}
