// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Set;
import org.bouncycastle.bcpg.PacketTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;

/**
 * A message without the encrypted session keys that are for others: those for a password, and those of a version or an algorithm that nobody
 * here knows. They are no reason not to read with ours (RFC 9580 sections 4.3, 5.1 and 10.3), but Bouncy Castle refuses the message for one.
 */
final class KnownSessionKeys {
    private static final int VERSION_3 = 3;
    private static final int VERSION_6 = 6;
    private static final int KEY_ID = 8;
    /** No longer made, but the same thing as RSA (RFC 9580 section 9.1). */
    static final int RSA_TO_ENCRYPT = 2;

    private static final Set<Integer> ALGORITHMS = Set.of(
            PublicKeyAlgorithmTags.RSA_GENERAL,
            RSA_TO_ENCRYPT,
            PublicKeyAlgorithmTags.ELGAMAL_ENCRYPT,
            PublicKeyAlgorithmTags.ECDH,
            PublicKeyAlgorithmTags.X25519,
            PublicKeyAlgorithmTags.X448);

    private KnownSessionKeys() {}

    /** What cannot be told apart comes back as it is, to be refused by whoever reads it. */
    static byte[] only(byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(message.length);
        try {
            while (in.hasRemaining()) {
                int start = in.position();
                int header = in.get() & 0xFF;
                int tag = tag(header);
                if (!isBeforeTheData(tag)) {
                    kept.write(message, start, message.length - start);
                    return kept.toByteArray();
                }
                ByteBuffer body = body(in, header);
                if (tag == PacketTags.PUBLIC_KEY_ENC_SESSION && isKnown(body)) {
                    kept.write(message, start, in.position() - start);
                }
            }
            return message;
        } catch (BufferUnderflowException | IllegalArgumentException cutShort) {
            return message;
        }
    }

    private static int tag(int header) {
        if (header < 0x80) {
            throw new IllegalArgumentException("no packet");
        }
        return isNew(header) ? header & 0x3F : (header >> 2) & 0xF;
    }

    private static boolean isNew(int header) {
        return (header & 0x40) != 0;
    }

    private static boolean isBeforeTheData(int tag) {
        return tag == PacketTags.PUBLIC_KEY_ENC_SESSION
                || tag == PacketTags.SYMMETRIC_KEY_ENC_SESSION
                || tag == PacketTags.MARKER
                || tag == PacketTags.PADDING;
    }

    /** Of a packet that is no data, and so comes in one part (RFC 9580 section 4.2.1.4). */
    private static ByteBuffer body(ByteBuffer in, int header) {
        int length = isNew(header) ? length(in) : oldLength(in, header & 3);
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("cut short");
        }
        ByteBuffer body = in.slice(in.position(), length);
        in.position(in.position() + length);
        return body;
    }

    private static int length(ByteBuffer in) {
        int first = in.get() & 0xFF;
        if (first < 192) {
            return first;
        }
        if (first < 224) {
            return ((first - 192) << 8) + (in.get() & 0xFF) + 192;
        }
        return first == 255 ? in.getInt() : -1;
    }

    private static int oldLength(ByteBuffer in, int kind) {
        return switch (kind) {
            case 0 -> in.get() & 0xFF;
            case 1 -> in.getShort() & 0xFFFF;
            case 2 -> in.getInt();
            default -> -1;
        };
    }

    private static boolean isKnown(ByteBuffer body) {
        int version = body.hasRemaining() ? body.get() : 0;
        int recipient = switch (version) {
            case VERSION_3 -> KEY_ID;
            case VERSION_6 -> body.hasRemaining() ? body.get() & 0xFF : 0;
            default -> body.remaining();
        };
        return recipient < body.remaining() && ALGORITHMS.contains((int) body.get(body.position() + recipient));
    }
}
