// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.encryption.Decryption;
import dev.troubletickets.spi.encryption.Encryption;
import dev.troubletickets.spi.encryption.KeyKind;
import dev.troubletickets.spi.encryption.PrivateKey;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.encryption.SignatureCheck;
import dev.troubletickets.spi.encryption.UnusableKey;
import dev.troubletickets.spi.encryption.UnusableKey.Reason;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;

/**
 * OpenPGP over Bouncy Castle for the keys that the desk keeps itself (F2): what it makes, GnuPG 2.2 reads, and all that are newer. Immutable
 * and safe for concurrent use.
 */
public final class OpenPgp implements Encryption {
    private OpenPgp() {}

    public static OpenPgp create() {
        return new OpenPgp();
    }

    @Override
    public PrivateKey generate(KeyKind kind, String userId, Secret passphrase, Instant now) {
        try {
            return new PrivateKey(KeyMaker.make(kind, userId, passphrase, Date.from(now)), passphrase);
        } catch (PGPException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    @Override
    public PublicKey examine(PrivateKey key) {
        KeyRing.unlock(key(key));
        return Certificates.facts(Certificates.ofPrivate(key(key)));
    }

    @Override
    public PublicKey examine(String armored, Instant now) {
        return Certificates.facts(Certificates.usable(armored, Date.from(now)));
    }

    @Override
    public Decryption open(List<PrivateKey> keys) {
        if (keys.isEmpty()) {
            throw new UnusableKey(Reason.MALFORMED, null);
        }
        PgpKey[] former = keys.stream().skip(1).map(OpenPgp::key).toArray(PgpKey[]::new);
        return PgpInclusions.with(key(keys.get(0)), former);
    }

    @Override
    public SignatureCheck verify(byte[] signed, String signature, List<String> signers) {
        return new DetachedSignature(signature, signers).check(signed);
    }

    @Override
    public SignatureCheck verify(String text, String signature, List<String> signers) {
        return new DetachedSignature(signature, signers).check(text);
    }

    @Override
    public String encrypt(byte[] content, List<String> recipients, Optional<PrivateKey> author, Instant now) {
        try (MessageMaker message = new MessageMaker(Date.from(now))) {
            recipients.forEach(message::to);
            author.map(OpenPgp::key).ifPresent(message::by);
            return message.encrypt(content);
        }
    }

    private static PgpKey key(PrivateKey key) {
        return new PgpKey(key.armored(), key.passphrase());
    }
}
