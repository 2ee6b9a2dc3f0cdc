// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import dev.troubletickets.spi.encryption.Decrypted;
import dev.troubletickets.spi.encryption.DecryptedBytes;
import dev.troubletickets.spi.encryption.DecryptedFile;
import dev.troubletickets.spi.encryption.DecryptedText;
import dev.troubletickets.spi.encryption.Decryption;
import dev.troubletickets.spi.encryption.SignatureCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPException;

/**
 * Reads inclusions with the desk's private keys (F2); immutable and safe for concurrent use. Customers are given the current key; former
 * keys, expired ones too, still open what was written for them.
 *
 * <p>A message is decrypted whole and its integrity proven (RFC 9580 sections 5.13 and 13.6) before any of it is parsed or unpacked.
 * One without integrity protection is refused, as are ciphers with blocks shorter than 128 bits, which nobody should encrypt with any
 * more (section 9.3), and chunks above 4 MiB (section 5.13.2). Signatures hide nothing: what is known of one is told beside the
 * text. A message for a password alone is for none of our keys.
 *
 * <p>Text is read as UTF-8, with U+FFFD in place of what is none. The buffers of this class are wiped; those inside Bouncy Castle and
 * the JDK's inflater are left to the garbage collector.
 */
public final class PgpInclusions implements Decryption {
    private static final int LARGEST = 1 << 20;
    private static final int HIGHEST_LIMIT = 1 << 28;
    private static final int ROOM_FOR_HEADERS = 1 << 16;

    private final KeyRing keys;
    private final int largest;

    private PgpInclusions(KeyRing keys, int largest) {
        this.keys = keys;
        this.largest = largest;
    }

    /**
     * Takes the keys and unlocks them, which takes a good part of a second for each.
     *
     * @throws dev.troubletickets.spi.encryption.UnusableKey if a key is none, has no part to encrypt to, or its passphrase is wrong
     */
    public static PgpInclusions with(PgpKey current, PgpKey... former) {
        return new PgpInclusions(
                KeyRing.unlock(
                        current,
                        Stream.concat(Stream.of(current), Stream.of(former)).toList()),
                LARGEST);
    }

    /**
     * With another limit for one text, in bytes once unpacked: 1 MiB by default, at most 256 MiB. The armored block may be a little
     * over twice as long.
     */
    public PgpInclusions limitedTo(int bytes) {
        if (bytes <= 0 || bytes > HIGHEST_LIMIT) {
            throw new IllegalArgumentException("the limit must be 1 to " + HIGHEST_LIMIT + " bytes");
        }
        return new PgpInclusions(keys, bytes);
    }

    @Override
    public Decrypted decrypt(String armored, List<String> signers) {
        if (armored.length() > 2L * largest + ROOM_FOR_HEADERS) {
            throw new CannotDecrypt(Reason.TOO_LARGE, null);
        }
        return decrypt(() -> Armor.decode(armored, Armor.MESSAGE), signers);
    }

    /**
     * The same of a message that is in no armor, such as a file.
     *
     * @throws CannotDecrypt with the reason, for all bytes that cannot be read
     */
    public Decrypted decrypt(byte[] message, List<String> signers) {
        if (message.length > 2L * largest + ROOM_FOR_HEADERS) {
            throw new CannotDecrypt(Reason.TOO_LARGE, null);
        }
        return decrypt(() -> message, signers);
    }

    private Decrypted decrypt(Supplier<byte[]> message, List<String> signers) {
        try (Plaintext packets = open(message)) {
            return read(packets, signers);
        }
    }

    @Override
    public DecryptedFile decryptFile(byte[] encrypted, int largest, List<String> signers) {
        return limitedTo(Math.max(1, Math.min(HIGHEST_LIMIT, largest))).file(encrypted, signers);
    }

    private DecryptedFile file(byte[] encrypted, List<String> signers) {
        if (encrypted.length > 2L * largest + ROOM_FOR_HEADERS) {
            throw new CannotDecrypt(Reason.TOO_LARGE, null);
        }
        Unpacking unpacking = new Unpacking(largest);
        try (Plaintext packets = open(() -> Armor.isArmored(encrypted) ? armored(encrypted) : encrypted);
                Plaintext literal = unpacking.literal(packets)) {
            SignatureCheck signature = Signers.of(signers).check(unpacking, literal);
            return new DecryptedFile(new DecryptedBytes(literal.bytes()), signature);
        } catch (CannotDecrypt e) {
            throw e;
        } catch (IOException | PGPException | RuntimeException e) {
            throw new CannotDecrypt(Reason.MALFORMED, null);
        }
    }

    private static byte[] armored(byte[] file) {
        return Armor.decode(new String(file, StandardCharsets.ISO_8859_1), Armor.MESSAGE);
    }

    private Plaintext open(Supplier<byte[]> message) {
        try {
            return new EncryptedMessage(message.get()).open(keys);
        } catch (CannotDecrypt e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new CannotDecrypt(Reason.MALFORMED, e);
        }
    }

    /** From here on a failure carries no cause: its message might quote the text. */
    private Decrypted read(Plaintext packets, List<String> signers) {
        Unpacking unpacking = new Unpacking(largest);
        try (Plaintext literal = unpacking.literal(packets)) {
            SignatureCheck signature = Signers.of(signers).check(unpacking, literal);
            if (unpacking.isText()) {
                literal.endLinesWithLf();
            }
            return new Decrypted(new DecryptedText(literal.characters()), signature);
        } catch (CannotDecrypt e) {
            throw e;
        } catch (IOException | PGPException | RuntimeException e) {
            throw new CannotDecrypt(Reason.MALFORMED, null);
        }
    }

    @Override
    public String publicKey() {
        return keys.publicKey();
    }
}
