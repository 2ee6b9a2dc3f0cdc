// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.inclusions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.troubletickets.inclusions.EncryptedBlocks.Block;
import dev.troubletickets.inclusions.EncryptedBlocks.Place;
import dev.troubletickets.inclusions.EncryptedBlocks.Shown;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F2")
class EncryptedBlocksTest {
    private static final String BEGIN = "-----BEGIN PGP MESSAGE-----";
    private static final String END = "-----END PGP MESSAGE-----";
    private static final String BLOCK = BEGIN + "\n\nhQGMA7==\n=aBcD\n" + END;

    private static List<String> found(String text) {
        return EncryptedBlocks.in(text).all().stream().map(Block::armored).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyLineEndDoes(String end) {
        String text = ("Hello\n" + BLOCK + "\nand\n" + BLOCK + "\nBye").replace("\n", end);

        assertThat(found(text)).containsExactly(BLOCK + "\n", BLOCK + "\n");
        assertThat(EncryptedBlocks.in(text).shown().text())
                .isEqualTo("Hello\n[secured information 1]\nand\n[secured information 2]\nBye".replace("\n", end));
    }

    @Test
    void aBlockMayStandAloneAndWithoutItsLastLineEnd() {
        assertThat(found(BLOCK)).containsExactly(BLOCK + "\n");
        assertThat(EncryptedBlocks.in(BLOCK).shown())
                .isEqualTo(new Shown("[secured information 1]", List.of(new Place(0, 23))));
    }

    @Test
    void headersAndBlanksAroundLinesDoNotMatter() {
        String text = " " + BEGIN + " \nVersion: GnuPG v2\nComment: a: b\n\u00a0\n\thQGMA7== \n" + END + "\t\n";

        assertThat(found(text))
                .containsExactly(BEGIN + "\nVersion: GnuPG v2\nComment: a: b\n\nhQGMA7==\n" + END + "\n");
    }

    @Test
    void aQuotedBlockIsFoundBehindItsMarks() {
        String quoted = BLOCK.replaceAll("(?m)^", ">> ").replace("\n>> \n", "\n>>\n");

        assertThat(found("> > Hello\n" + quoted + "\n> Bye")).containsExactly(BLOCK + "\n");
        assertThat(EncryptedBlocks.in(quoted).shown().text()).isEqualTo(">> [secured information 1]");
        assertThat(found(quoted.replace("\n>>\n", "\n\n"))).containsExactly(BLOCK + "\n");
    }

    @Test
    void aDashEscapedBlockIsFound() {
        assertThat(found("- " + BLOCK.replace("\n-----END", "\n- -----END"))).containsExactly(BLOCK + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BEGIN,
                BEGIN + "\n\nhQGMA7==",
                BEGIN + "\n" + END,
                BEGIN + "\n\n" + END,
                BEGIN + "\nComment: x\n" + END,
                "\nhQGMA7==\n" + END,
                BEGIN + "\n\nHello you,\n" + END,
                BEGIN + "\n\nhQGMA7==\nComment: x\n" + END,
                BEGIN + "\n\nhQGMA7==\n> " + END,
                "> " + BEGIN + "\n> \nhQGMA7==\n> " + END,
                "see " + BEGIN + "\n\nhQGMA7==\n" + END,
                BEGIN + "\n\nhQGMA7== " + END,
                "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nhQGMA7==\n-----END PGP PUBLIC KEY BLOCK-----"
            })
    void whatIsBrokenStaysText(String text) {
        assertThat(EncryptedBlocks.in(text).all()).isEmpty();
        assertThat(EncryptedBlocks.in(text).shown().text()).isEqualTo(text);
    }

    @Test
    void aBrokenBlockHidesNoWholeOne() {
        assertThat(found(BEGIN + "\n\nhQGM\n" + BLOCK)).containsExactly(BLOCK + "\n");
        assertThat(found(BEGIN + "\n\nHello, all\n" + BLOCK + "\n" + END)).containsExactly(BLOCK + "\n");
    }

    @Test
    void aMillionBeginningsCostNoMoreThanTheirLength() {
        String text = (BEGIN + "\n\nhQGM\n").repeat(100_000) + "> ".repeat(1_000_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(found(text)).isEmpty());
    }
}
