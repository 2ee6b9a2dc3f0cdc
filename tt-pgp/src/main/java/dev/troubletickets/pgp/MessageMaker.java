// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import dev.troubletickets.spi.encryption.UnusableKey;
import dev.troubletickets.spi.encryption.UnusableKey.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.OpenPGPMessageGenerator;
import org.bouncycastle.openpgp.api.SignatureParameters;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;

/**
 * One message to be encrypted, with the strongest protection of integrity that all its readers know. Its armor has a checksum: without one,
 * GnuPG 2.2 stumbles over every third length. Passphrases of authors are wiped when it is closed.
 */
final class MessageMaker implements AutoCloseable {
    private final OpenPGPMessageGenerator message = new BcOpenPGPApi().signAndOrEncryptMessage();
    private final List<char[]> passphrases = new ArrayList<>();
    private final Date now;

    MessageMaker(Date now) {
        this.now = now;
        message.setArmored(false)
                .setAllowPadding(false)
                .setCompressionNegotiator((generator, policy) -> CompressionAlgorithmTags.UNCOMPRESSED);
    }

    /** @throws UnusableKey if nobody can encrypt to it now */
    void to(String armored) {
        OpenPGPCertificate certificate = Certificates.usable(armored, now);
        try {
            for (OpenPGPComponentKey key : certificate.getEncryptionKeys(now)) {
                message.addEncryptionCertificate(key);
            }
        } catch (PGPException | RuntimeException e) {
            throw new UnusableKey(Reason.CANNOT_ENCRYPT, e);
        }
    }

    /** @throws UnusableKey if it cannot sign */
    void by(PgpKey author) {
        KeyRing.withCharacters(author.passphrase(), characters -> {
            try {
                // asked for only when it signs
                char[] passphrase = characters.clone();
                passphrases.add(passphrase);
                message.addSigningKey(KeyRing.key(author), key -> passphrase, new MadeNow());
                return true;
            } catch (PGPException | RuntimeException e) {
                throw new UnusableKey(Reason.MALFORMED, e);
            }
        });
    }

    private final class MadeNow implements SignatureParameters.Callback {
        @Override
        public SignatureParameters apply(SignatureParameters parameters) {
            return parameters.setSignatureCreationTime(now);
        }
    }

    String encrypt(byte[] content) {
        ByteArrayOutputStream packets = new ByteArrayOutputStream();
        try (OutputStream out = message.open(packets)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PGPException | RuntimeException e) {
            throw new UnusableKey(Reason.CANNOT_ENCRYPT, e);
        }
        return Armor.encode(packets.toByteArray());
    }

    @Override
    public void close() {
        passphrases.forEach(each -> Arrays.fill(each, '\0'));
    }
}
