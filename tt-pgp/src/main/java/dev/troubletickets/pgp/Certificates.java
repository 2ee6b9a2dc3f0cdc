// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.encryption.UnusableKey;
import dev.troubletickets.spi.encryption.UnusableKey.Reason;
import java.io.IOException;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;

/** Public keys with all that their owners have signed about them. Dates are Bouncy Castle's. */
@SuppressWarnings("JavaUtilDate")
final class Certificates {
    private static final int MOST_CHARACTERS = 1 << 19;
    private static final Map<Integer, String> ALGORITHMS = Map.of(
            PublicKeyAlgorithmTags.RSA_GENERAL, "RSA",
            PublicKeyAlgorithmTags.DSA, "DSA",
            PublicKeyAlgorithmTags.ECDSA, "ECDSA",
            PublicKeyAlgorithmTags.EDDSA_LEGACY, "Ed25519",
            PublicKeyAlgorithmTags.Ed25519, "Ed25519",
            PublicKeyAlgorithmTags.Ed448, "Ed448");

    private Certificates() {}

    /** @throws UnusableKey if it is none, or nobody can encrypt to it at that time */
    static OpenPGPCertificate usable(String armored, Date now) {
        if (armored.contains("-----BEGIN " + Armor.PRIVATE_KEY)) {
            throw new UnusableKey(Reason.PRIVATE, null);
        }
        OpenPGPCertificate certificate = read(armored, Armor.PUBLIC_KEY);
        try {
            requireUsable(certificate, now);
            return certificate;
        } catch (UnusableKey known) {
            throw known;
        } catch (RuntimeException e) {
            throw new UnusableKey(Reason.MALFORMED, e);
        }
    }

    private static void requireUsable(OpenPGPCertificate certificate, Date now) {
        if (certificate.getRevocation(now) != null) {
            throw new UnusableKey(Reason.REVOKED, null);
        }
        Date expires = certificate.getExpirationTime(now);
        if (expires != null && !now.before(expires)) {
            throw new UnusableKey(Reason.EXPIRED, null);
        }
        if (certificate.getEncryptionKeys(now).isEmpty()) {
            throw new UnusableKey(hasExpired(certificate, now) ? Reason.EXPIRED : Reason.CANNOT_ENCRYPT, null);
        }
    }

    /** The parts to encrypt to were of use once. */
    private static boolean hasExpired(OpenPGPCertificate certificate, Date now) {
        return certificate.getKeys().stream()
                .filter(key -> key.getPGPPublicKey().isEncryptionKey()
                        && key.getCreationTime().before(now))
                .anyMatch(key ->
                        key.isEncryptionKey(new Date(key.getCreationTime().getTime() + 1000))
                                && !key.isEncryptionKey(now));
    }

    /** Of any age. */
    static OpenPGPCertificate ofPrivate(PgpKey key) {
        return KeyRing.key(key).toCertificate();
    }

    private static OpenPGPCertificate read(String armored, String kind) {
        if (armored.length() > MOST_CHARACTERS) {
            throw new UnusableKey(Reason.MALFORMED, null);
        }
        try {
            return new BcOpenPGPApi().readKeyOrCertificate().parseCertificate(Armor.decode(armored, kind));
        } catch (IOException | RuntimeException e) {
            throw new UnusableKey(Reason.MALFORMED, e);
        }
    }

    static PublicKey facts(OpenPGPCertificate certificate) {
        try {
            PGPPublicKey primary = certificate.getPrimaryKey().getPGPPublicKey();
            return new PublicKey(
                    Armor.encode(certificate.getEncoded()),
                    HexFormat.of().withUpperCase().formatHex(certificate.getFingerprint()),
                    userId(certificate),
                    algorithm(primary),
                    primary.getCreationTime().toInstant(),
                    Optional.ofNullable(certificate.getExpirationTime()).map(Date::toInstant));
        } catch (IOException | RuntimeException e) {
            throw new UnusableKey(Reason.MALFORMED, e);
        }
    }

    /** Whatever its owner wrote there, without what would change the line it stands in. */
    private static String userId(OpenPGPCertificate certificate) {
        String userId = certificate.getAllUserIds().stream()
                .findFirst()
                .map(OpenPGPCertificate.OpenPGPUserId::getUserId)
                .orElse("");
        StringBuilder clean = new StringBuilder();
        userId.codePoints()
                .limit(200)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private static String algorithm(PGPPublicKey key) {
        String name = ALGORITHMS.getOrDefault(key.getAlgorithm(), "algorithm " + key.getAlgorithm());
        boolean hasSize = key.getAlgorithm() == PublicKeyAlgorithmTags.RSA_GENERAL
                || key.getAlgorithm() == PublicKeyAlgorithmTags.DSA;
        return hasSize ? name + " " + key.getBitStrength() : name;
    }
}
