// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is a message, an mbox, a Maildir, a folder; without a desk. */
@Tag("D1")
class FinderTest {
    private static final String SEPARATOR = "From mary@mary.example Tue Jan  6 08:00:00 2026\n";

    @TempDir
    Path base;

    @Test
    void filesAreNamedAsTheyWereGivenAndThoseOfFoldersByTheirNames() throws IOException {
        write("b.eml", "x");
        write("in/z.txt", "x");
        write("in/A.eml", "x");
        write("in/sub/a", "x");
        write("in/.hidden", "x");

        assertThat(found("./b.eml", "in", base.resolve("b.eml").toString()))
                .containsExactly(
                        "./b.eml",
                        "in/A.eml",
                        "in/sub/a",
                        "in/z.txt",
                        base.resolve("b.eml").toString());
        assertThat(found("in/")).first().isEqualTo("in/A.eml");
        assertThat(found(".")).containsExactly("./b.eml", "./in/A.eml", "./in/sub/a", "./in/z.txt");
    }

    @Test
    void anMboxHoldsSeveralMessagesOrIsCalledSo() throws IOException {
        String one = SEPARATOR + "Subject: One\n\nOne.\n\n";
        write("one.mbox", one);
        write("one.txt", one);
        write("two", one + one);
        write("two.eml", one + one);
        write("none.mbox", "Subject: No mbox\n\nAt all.\n");

        assertThat(found("one.mbox", "one.txt", "two", "two.eml", "none.mbox"))
                .containsExactly("one.mbox#1", "one.txt", "two#1", "two#2", "two.eml", "none.mbox");
    }

    @Test
    void theMessagesOfAMaildirComeTheOldestFirstWithThoseOfItsFolders() throws IOException {
        write("box/cur/1767600300.a.host:2,S", "x");
        write("box/new/1767600200.b.host", "x");
        write("box/new/1767600400.c.host", "x");
        write("box/tmp/1767600100.d.host", "half a message");
        write("box/dovecot-uidlist", "3 V1");
        write("box/.Sent/cur/1767600000.e.host:2,", "x");
        Files.createDirectories(base.resolve("box/.Sent/new"));

        assertThat(found("box"))
                .containsExactly(
                        "box/new/1767600200.b.host",
                        "box/cur/1767600300.a.host:2,S",
                        "box/new/1767600400.c.host",
                        "box/.Sent/cur/1767600000.e.host:2,");
    }

    @Test
    void whatIsNotThereOrTooLargeIsALetterThatSaysSo() throws IOException {
        try (RandomAccessFile huge =
                new RandomAccessFile(base.resolve("huge.eml").toFile(), "rw")) {
            huge.setLength(51L << 20);
        }
        List<Letter> letters = letters("huge.eml", "nowhere.eml");

        assertThat(letters.get(0).obstacle()).hasValue("it is larger than 52428800 bytes");
        assertThat(letters.get(0).missing()).isFalse();
        assertThat(letters.get(1).obstacle()).hasValue("it is not there");
        assertThat(letters.get(1).missing()).isTrue();
    }

    @Test
    @Timeout(30)
    void whatComesByAPipeIsOneMessageReadOnceAndWhole() throws IOException, InterruptedException {
        Path pipe = base.resolve("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        String mail = "From: jane@jane.example\nSubject: Piped\n\nx\n";
        Thread writer = new Thread(() -> {
            try {
                Files.writeString(pipe, mail);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.start();
        List<Letter> letters = letters("pipe");
        writer.join();

        assertThat(letters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.raw()).asString().isEqualTo(mail));
    }

    private List<String> found(String... names) {
        return letters(names).stream().map(Letter::file).toList();
    }

    private List<Letter> letters(String... names) {
        List<Letter> letters = new ArrayList<>();
        List<Source> sources = new Finder(base).find(List.of(names));
        sources.forEach(source -> source.read(letters::add));
        assertThat(sources.stream().mapToInt(Source::size).sum()).isEqualTo(letters.size());
        return letters;
    }

    private void write(String file, String text) throws IOException {
        Run.write(base.resolve(file), text);
    }
}
