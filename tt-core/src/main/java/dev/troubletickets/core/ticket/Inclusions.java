// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.Decryption;
import dev.troubletickets.view.Inclusion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Armored blocks between the words of a message (F2), found line by line. */
public final class Inclusions {
    private static final String BEGIN = "-----BEGIN PGP MESSAGE-----";
    private static final String END = "-----END PGP MESSAGE-----";
    private static final String PLACEHOLDER = "secured information";

    /** What one message may hold of them; each may unpack to a multiple of its size. */
    private static final int MOST = 20;

    private static final Inclusion TOO_MANY = new Inclusion.Unreadable(CannotDecrypt.Reason.TOO_LARGE);

    private Inclusions() {}

    /** The blocks of a text, decrypted as far as they can be. */
    public static List<Inclusion> reveal(Decryption decryption, String text) {
        List<String> blocks = find(text);
        return IntStream.range(0, blocks.size())
                .mapToObj(i -> i < MOST ? revealed(decryption, blocks.get(i)) : TOO_MANY)
                .toList();
    }

    private static Inclusion revealed(Decryption decryption, String block) {
        try {
            return new Inclusion.Readable(decryption.decrypt(block));
        } catch (CannotDecrypt e) {
            return new Inclusion.Unreadable(e.reason());
        }
    }

    /** The blocks as they stand in the text, in order; one that does not end is no block. */
    public static List<String> find(String text) {
        List<String> blocks = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.strip().equals(BEGIN)) {
                open.setLength(0);
                open.append(BEGIN).append('\n');
            } else if (!open.isEmpty()) {
                open.append(line.strip()).append('\n');
                if (line.strip().equals(END)) {
                    blocks.add(open.toString());
                    open.setLength(0);
                }
            }
        }
        return blocks;
    }

    /** The text as a quote: each line behind {@code > }, and instead of a block that there was one. */
    public static String quote(String text) {
        List<String> lines = text.lines().map(String::stripTrailing).toList();
        int lastEnd = lines.lastIndexOf(END);
        StringBuilder quote = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            boolean begins = !inside && i < lastEnd && lines.get(i).equals(BEGIN);
            if (begins) {
                quote.append("> ").append(PLACEHOLDER).append('\n');
            } else if (!inside) {
                quote.append("> ").append(lines.get(i)).append('\n');
            }
            inside = (inside || begins) && !lines.get(i).equals(END);
        }
        return quote.toString();
    }
}
