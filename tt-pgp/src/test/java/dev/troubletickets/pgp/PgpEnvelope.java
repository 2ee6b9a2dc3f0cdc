// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.PacketTags;

/**
 * What stands before the encrypted data of a message, read without the library under test and without Bouncy Castle (RFC 9580 section 4.2).
 *
 * @param recipients their key ids, 0 for one that is hidden
 * @param cipher of data that is encrypted with authentication, else 0: no other says so outside
 * @param chunk of data that is encrypted with authentication, as its packet counts: 16 is 4 MiB
 */
record PgpEnvelope(Set<Long> recipients, int cipher, int chunk) {
    private static final Set<Integer> DATA =
            Set.of(PacketTags.SYMMETRIC_KEY_ENC, PacketTags.SYM_ENC_INTEGRITY_PRO, PacketTags.AEAD_ENC_DATA);
    private static final Set<Integer> BEFORE = Set.of(
            PacketTags.PUBLIC_KEY_ENC_SESSION,
            PacketTags.SYMMETRIC_KEY_ENC_SESSION,
            PacketTags.MARKER,
            PacketTags.PADDING);

    /** Empty where the packets are no encrypted message. */
    static Optional<PgpEnvelope> of(byte[] packets) {
        Set<Long> recipients = new HashSet<>();
        ByteBuffer in = ByteBuffer.wrap(packets);
        try {
            while (in.hasRemaining()) {
                int header = in.get();
                int tag = tag(header);
                int length = (header & 0x40) != 0 ? length(in) : oldLength(in, header & 3);
                if (DATA.contains(tag)) {
                    return Optional.of(
                            tag == PacketTags.AEAD_ENC_DATA
                                    ? new PgpEnvelope(recipients, in.get(in.position() + 1), in.get(in.position() + 3))
                                    : new PgpEnvelope(recipients, 0, 0));
                }
                if (!BEFORE.contains(tag)) {
                    return Optional.empty();
                }
                if (tag == PacketTags.PUBLIC_KEY_ENC_SESSION) {
                    recipients.add(in.getLong(in.position() + 1));
                }
                in.position(in.position() + length);
            }
            return Optional.empty();
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException cutShort) {
            return Optional.empty();
        }
    }

    /** Of the first packet; -1 where there is none. */
    static int tag(byte[] packets) {
        return packets.length == 0 ? -1 : tag(packets[0]);
    }

    private static int tag(int header) {
        if (header >= 0) {
            return -1;
        }
        return (header & 0x40) != 0 ? header & 0x3F : (header >> 2) & 0xF;
    }

    /** Of the first part, where the packet comes in parts. */
    private static int length(ByteBuffer in) {
        int first = in.get() & 0xFF;
        if (first < 192) {
            return first;
        }
        if (first < 224) {
            return ((first - 192) << 8) + (in.get() & 0xFF) + 192;
        }
        return first == 255 ? in.getInt() : 1 << (first & 0x1F);
    }

    private static int oldLength(ByteBuffer in, int kind) {
        return switch (kind) {
            case 0 -> in.get() & 0xFF;
            case 1 -> in.getShort() & 0xFFFF;
            case 2 -> in.getInt();
            default -> in.remaining();
        };
    }
}
