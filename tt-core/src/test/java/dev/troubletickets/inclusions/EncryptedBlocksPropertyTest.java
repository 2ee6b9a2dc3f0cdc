// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.inclusions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.inclusions.EncryptedBlocks.Block;
import dev.troubletickets.inclusions.EncryptedBlocks.Place;
import dev.troubletickets.inclusions.EncryptedBlocks.Shown;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class EncryptedBlocksPropertyTest {
    private static final String BEGIN = "-----BEGIN PGP MESSAGE-----";
    private static final String END = "-----END PGP MESSAGE-----";
    private static final String BLOCK = BEGIN + "\n\nhQGMA7==\n=aBcD\n" + END;

    private static List<String> found(String text) {
        return EncryptedBlocks.in(text).all().stream().map(Block::armored).toList();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        BEGIN,
                        END,
                        BLOCK,
                        "hQGMA7==",
                        "",
                        "Comment: x",
                        "Hello",
                        "> ",
                        ">",
                        "- ",
                        " ",
                        "\u00a0",
                        "\n",
                        "\r\n",
                        "\r",
                        "\n\n",
                        "=",
                        "-----")
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    @Property(tries = 2000)
    @Tag("F2")
    void noCharacterIsLostAndNoBlockIsShown(@ForAll("texts") String text) {
        EncryptedBlocks blocks = EncryptedBlocks.in(text);
        Shown shown = blocks.shown();
        StringBuilder restored = new StringBuilder();
        int at = 0;
        for (int i = 0; i < blocks.all().size(); i++) {
            Block block = blocks.all().get(i);
            Place place = shown.places().get(i);
            assertThat(shown.text().substring(place.start(), place.end()))
                    .isEqualTo("[secured information " + (i + 1) + "]");
            restored.append(shown.text(), at, place.start()).append(text, block.start(), block.end());
            at = place.end();
            assertThat(text.substring(block.start(), block.end()))
                    .startsWith(BEGIN)
                    .endsWith(END);
            assertThat(found(block.armored())).containsExactly(block.armored());
        }
        assertThat(restored.append(shown.text().substring(at))).hasToString(text);
        assertThat(found(shown.text())).isEmpty();
    }
}
