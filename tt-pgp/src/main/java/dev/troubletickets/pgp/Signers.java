// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import dev.troubletickets.spi.encryption.SignatureCheck;
import dev.troubletickets.spi.encryption.SignatureCheck.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.bcpg.KeyIdentifier;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.OpenPGPSignature.OpenPGPDocumentSignature;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/** Those whose signatures can be proven. */
final class Signers {
    private final List<OpenPGPCertificate> known;

    private Signers(List<OpenPGPCertificate> known) {
        this.known = known;
    }

    /** Of public keys in armor; what is none is left out. */
    static Signers of(List<String> armored) {
        List<OpenPGPCertificate> known = new ArrayList<>();
        for (String key : armored) {
            try {
                byte[] packets = Armor.decode(key, Armor.PUBLIC_KEY);
                known.add(new BcOpenPGPApi().readKeyOrCertificate().parseCertificate(packets));
            } catch (IOException | RuntimeException unreadable) {
                // proves nothing
            }
        }
        return new Signers(known);
    }

    /** Bad if one that can be proven is bad, whatever the others are. */
    SignatureCheck check(Unpacking message, Plaintext text) {
        if (message.signatures().isEmpty()) {
            return message.announced()
                    .map(key -> new SignatureCheck(State.BAD, hexadecimal(key)))
                    .orElseGet(SignatureCheck::none);
        }
        return check(message.signatures(), text::readBy);
    }

    /** @param text has a signature read what it is over */
    SignatureCheck check(List<PGPSignature> signatures, Consumer<PGPSignature> text) {
        List<SignatureCheck> checks =
                signatures.stream().map(signature -> check(signature, text)).toList();
        return first(checks, State.BAD).or(() -> first(checks, State.GOOD)).orElseGet(() -> checks.get(0));
    }

    private static Optional<SignatureCheck> first(List<SignatureCheck> checks, State state) {
        return checks.stream().filter(check -> check.state() == state).findFirst();
    }

    private SignatureCheck check(PGPSignature signature, Consumer<PGPSignature> text) {
        for (OpenPGPCertificate certificate : known) {
            OpenPGPComponentKey key = certificate.getSigningKeyFor(signature);
            if (key != null) {
                State state = isGood(signature, key, text) ? State.GOOD : State.BAD;
                return new SignatureCheck(state, hexadecimal(certificate.getKeyIdentifier()));
            }
        }
        Optional<String> claimed =
                signature.getKeyIdentifiers().stream().findFirst().flatMap(Signers::hexadecimal);
        return new SignatureCheck(State.UNKNOWN_KEY, claimed);
    }

    /** Made over these bytes by a key that its owner had for that, and with nothing that is no longer accepted. */
    private static boolean isGood(PGPSignature signature, OpenPGPComponentKey key, Consumer<PGPSignature> text) {
        try {
            boolean ofText = signature.getSignatureType() == PGPSignature.BINARY_DOCUMENT
                    || signature.getSignatureType() == PGPSignature.CANONICAL_TEXT_DOCUMENT;
            signature.init(new BcPGPContentVerifierBuilderProvider(), key.getPGPPublicKey());
            text.accept(signature);
            OpenPGPDocumentSignature document = new OpenPGPDocumentSignature(signature, key);
            return ofText && document.verify() && document.isValid();
        } catch (PGPException | RuntimeException e) {
            return false;
        }
    }

    private static Optional<String> hexadecimal(KeyIdentifier key) {
        if (key.isWildcard()) {
            return Optional.empty();
        }
        byte[] fingerprint = key.getFingerprint();
        return Optional.of(
                fingerprint == null
                        ? String.format("%016X", key.getKeyId())
                        : HexFormat.of().withUpperCase().formatHex(fingerprint));
    }
}
