// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.encryption;

import java.util.ArrayList;
import java.util.List;

/** Texts between words that are signed, and their signatures below them (RFC 9580 section 7); found line by line, in one pass. */
final class SignedTexts {
    private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final String END = "-----END PGP SIGNATURE-----";

    private SignedTexts() {}

    /**
     * @param text what was signed, without what escapes its dashes
     * @param signature in armor
     */
    record SignedText(String text, String signature) {}

    /** In order; what is not whole is none. */
    static List<SignedText> in(String text, int most) {
        List<SignedText> found = new ArrayList<>();
        Reader reader = new Reader();
        for (String line : text.lines().toList()) {
            if (found.size() < most && reader.take(line.stripTrailing(), line)) {
                found.add(new SignedText(String.join("\n", reader.words), reader.signature.toString()));
                reader = new Reader();
            }
        }
        return found;
    }

    private enum State {
        OUTSIDE,
        HEADERS,
        WORDS,
        SIGNATURE
    }

    private static final class Reader {
        private final List<String> words = new ArrayList<>();
        private final StringBuilder signature = new StringBuilder();
        private State state = State.OUTSIDE;

        /** True once a block is whole. */
        private boolean take(String line, String whole) {
            switch (state) {
                case OUTSIDE -> state = line.equals(BEGIN) ? State.HEADERS : State.OUTSIDE;
                case HEADERS -> state = line.isEmpty() ? State.WORDS : headers(line);
                case WORDS -> words(line, whole);
                case SIGNATURE -> {
                    signature.append(line).append('\n');
                    return line.equals(END);
                }
            }
            return false;
        }

        /** Nothing but the names of digests may stand there: it would not be signed, and look so (section 7.2). */
        private static State headers(String line) {
            return line.startsWith("Hash: ") ? State.HEADERS : State.OUTSIDE;
        }

        private void words(String line, String whole) {
            if (line.equals(SIGNATURE)) {
                signature.append(line).append('\n');
                state = State.SIGNATURE;
            } else {
                words.add(whole.startsWith("- ") ? whole.substring(2) : whole);
            }
        }
    }
}
