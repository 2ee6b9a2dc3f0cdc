// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.failure.NotFound;
import dev.troubletickets.inclusions.EncryptedBlocks;
import dev.troubletickets.inclusions.EncryptedBlocks.Block;
import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import dev.troubletickets.spi.encryption.Decrypted;
import dev.troubletickets.spi.encryption.Decryption;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.ticket.InclusionId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.view.Inclusion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The armored blocks between the words of one message, on request (F2). */
public final class Inclusions {
    private static final String PLACEHOLDER = "secured information";

    /** What one message may hold of them; each may unpack to a multiple of its size. */
    private static final int MOST = 20;

    private final MessageId message;
    private final List<Block> blocks;
    private final List<Integer> wanted;

    private Inclusions(MessageId message, List<Block> blocks, List<Integer> wanted) {
        this.message = message;
        this.blocks = blocks;
        this.wanted = wanted;
    }

    public static Inclusions of(MessageData message) {
        List<Block> blocks = EncryptedBlocks.in(message.text()).all();
        return new Inclusions(
                message.id(),
                blocks,
                IntStream.rangeClosed(1, blocks.size()).boxed().toList());
    }

    /** @throws NotFound if there is none of this number */
    public Inclusions only(int number) {
        if (number > blocks.size()) {
            throw new NotFound("inclusion");
        }
        return new Inclusions(message, blocks, List.of(number));
    }

    /** Their numbers. */
    public List<Integer> wanted() {
        return wanted;
    }

    /**
     * Decrypts them as far as they can be.
     *
     * @param signers armored public keys of those who may have signed them
     */
    public List<Inclusion> reveal(Decryption decryption, List<String> signers) {
        List<Inclusion> revealed = new ArrayList<>();
        try {
            wanted.forEach(number -> revealed.add(reveal(decryption, signers, number)));
            return revealed;
        } catch (RuntimeException | Error e) {
            revealed.forEach(Inclusion::close);
            throw e;
        }
    }

    private Inclusion reveal(Decryption decryption, List<String> signers, int number) {
        InclusionId id = new InclusionId(message, number);
        if (number > MOST) {
            return new Inclusion.Unreadable(id, Reason.TOO_LARGE);
        }
        try {
            Decrypted decrypted = decryption.decrypt(blocks.get(number - 1).armored(), signers);
            return new Inclusion.Readable(id, decrypted.text(), decrypted.signature());
        } catch (CannotDecrypt e) {
            return new Inclusion.Unreadable(id, e.reason());
        }
    }

    /** The text as a quote: each line behind {@code > }, and instead of a block that there was one. */
    public static String quote(String text) {
        StringBuilder quote = new StringBuilder();
        EncryptedBlocks.in(text)
                .shown(number -> PLACEHOLDER)
                .text()
                .lines()
                .map(String::stripTrailing)
                .forEach(line -> quote.append("> ").append(line).append('\n'));
        return quote.toString();
    }

    /** The text of a page that somebody has corrected, with the blocks of the original where their placeholders still stand. */
    static String restored(String original, String corrected) {
        String restored = corrected;
        EncryptedBlocks found = EncryptedBlocks.in(original);
        EncryptedBlocks.Shown shown = found.shown();
        for (int i = 0; i < found.all().size(); i++) {
            EncryptedBlocks.Place place = shown.places().get(i);
            Block block = found.all().get(i);
            restored = new Returning(
                            shown.text().substring(place.start(), place.end()),
                            lineBefore(shown.text(), place.start()),
                            original.substring(block.start(), block.end()),
                            block.armored().stripTrailing())
                    .into(restored);
        }
        return restored;
    }

    private static String lineBefore(CharSequence text, int index) {
        int start = index;
        while (start > 0 && !isLineEnd(text.charAt(start - 1))) {
            start--;
        }
        return text.subSequence(start, index).toString();
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    /**
     * A block that comes back for its placeholder: as it was, with the marks of a quote within it, where what stands before it in its line is
     * what stood there and nothing follows; else on lines of its own, for in the middle of one it would be no block and stand there in full.
     */
    private record Returning(String placeholder, String before, String asItWas, String armored) {
        String into(String text) {
            StringBuilder with = new StringBuilder();
            int from = 0;
            for (int at = text.indexOf(placeholder); at >= 0; at = text.indexOf(placeholder, from)) {
                with.append(text, from, at);
                from = at + placeholder.length();
                boolean endsLine = from == text.length() || isLineEnd(text.charAt(from));
                if (endsLine && lineBefore(text, at).equals(before)) {
                    with.append(asItWas);
                } else {
                    with.append(lineBefore(with, with.length()).isEmpty() ? "" : "\n")
                            .append(armored)
                            .append(endsLine ? "" : "\n");
                }
            }
            return with.append(text, from, text.length()).toString();
        }
    }
}
