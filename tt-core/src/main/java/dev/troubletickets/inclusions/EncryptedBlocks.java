// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.inclusions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A text and the armored OpenPGP messages in it (RFC 9580 section 6.2), in order (F2): also within quotes, dash-escaped (section 7.2), and
 * whatever ends the lines. What is broken is no block and stays text: one that does not end, has lines of something else than armor, or
 * whose quote marks change within. Pages of tickets look by themselves; this is for texts that are in no ticket. Takes time in
 * proportion to the text; nothing is decoded, kept or thrown, whatever the text is.
 */
public record EncryptedBlocks(String text, List<Block> all) {
    public EncryptedBlocks {
        all = List.copyOf(all);
    }

    /**
     * A block in a text.
     *
     * @param start index of the first of its dashes, as in {@link String#substring(int, int)}
     * @param end index after the last of its dashes
     * @param armored its lines without quote marks and blanks around them, each ended by LF
     */
    public record Block(int start, int end, String armored) {}

    public static EncryptedBlocks in(String text) {
        return new EncryptedBlocks(text, ArmorScanner.scan(text));
    }

    /**
     * The text with something else in place of the blocks; all other characters stay as they are.
     *
     * @param words what stands for a block, by its number from 1
     */
    public Shown shown(IntFunction<String> words) {
        StringBuilder shown = new StringBuilder();
        List<Place> places = new ArrayList<>();
        int at = 0;
        for (Block block : all) {
            shown.append(text, at, block.start());
            int start = shown.length();
            shown.append(words.apply(places.size() + 1));
            places.add(new Place(start, shown.length()));
            at = block.end();
        }
        return new Shown(shown.append(text, at, text.length()).toString(), places);
    }

    /** The text as pages and mails show it: in place of each block a placeholder with its number. */
    public Shown shown() {
        return shown(number -> "[secured information " + number + "]");
    }

    /** @param places where in the text the placeholders stand, in order */
    public record Shown(String text, List<Place> places) {
        public Shown {
            places = List.copyOf(places);
        }
    }

    /** @param end index after the last character */
    public record Place(int start, int end) {}
}
