// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.troubletickets.inclusions.EncryptedBlocks;
import dev.troubletickets.inclusions.EncryptedBlocks.Block;
import dev.troubletickets.inclusions.EncryptedBlocks.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Where encrypted blocks are in a text (F2). */
@Tag("F2")
class ArmorFinderFuzzTest {
    private static final String BEGIN = "-----BEGIN PGP MESSAGE-----\n";
    private static final String END = "-----END PGP MESSAGE-----\n";

    @FuzzTest(maxDuration = "10m")
    void blocksAndWordsMakeUpTheText(byte[] given) {
        String text = new String(given, StandardCharsets.UTF_8);
        EncryptedBlocks blocks = EncryptedBlocks.in(text);
        EncryptedBlocks.Shown shown = blocks.shown();

        assertThat(shown.places()).hasSameSizeAs(blocks.all());
        assertThat(putBack(blocks.all(), shown, text)).isEqualTo(text);
        assertThat(blocks.all()).allSatisfy(ArmorFinderFuzzTest::isWhole);
        assertThat(EncryptedBlocks.in(shown.text()).all()).as("none is left").isEmpty();
    }

    private static String putBack(List<Block> blocks, EncryptedBlocks.Shown shown, String text) {
        StringBuilder whole = new StringBuilder();
        int at = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Place place = shown.places().get(i);
            whole.append(shown.text(), at, place.start());
            whole.append(text, blocks.get(i).start(), blocks.get(i).end());
            at = place.end();
        }
        return whole.append(shown.text(), at, shown.text().length()).toString();
    }

    private static void isWhole(Block block) {
        assertThat(block.armored()).startsWith(BEGIN).endsWith(END).doesNotContain("\r");
        assertThat(block.armored().indexOf("\n" + BEGIN)).as("one in one").isNegative();
    }
}
