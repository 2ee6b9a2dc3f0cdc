// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import dev.troubletickets.spi.encryption.SignatureCheck;
import dev.troubletickets.spi.encryption.SignatureCheck.State;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;

/** Signatures beside what they are over: of mails (RFC 3156 section 5), and below texts (RFC 9580 section 7). */
final class DetachedSignature {
    private static final int LONGEST = 1 << 16;
    private static final int MOST = 8;
    private static final SignatureCheck BROKEN = new SignatureCheck(State.BAD, Optional.empty());

    private final String armored;
    private final Signers signers;

    DetachedSignature(String armored, List<String> signers) {
        this.armored = armored;
        this.signers = Signers.of(signers);
    }

    SignatureCheck check(byte[] signed) {
        if (armored.length() > LONGEST) {
            return BROKEN;
        }
        try {
            List<PGPSignature> signatures = signatures();
            return signatures.isEmpty() ? BROKEN : signers.check(signatures, signature -> signature.update(signed));
        } catch (IOException | RuntimeException e) {
            return BROKEN;
        }
    }

    /** In UTF-8, or in the charset of older mails, which the text itself does not tell. */
    SignatureCheck check(String text) {
        SignatureCheck modern = check(canonical(text, StandardCharsets.UTF_8));
        boolean ascii = text.chars().allMatch(c -> c < 128);
        if (modern.state() != State.BAD || ascii) {
            return modern;
        }
        SignatureCheck old = check(canonical(text, StandardCharsets.ISO_8859_1));
        return old.state() == State.GOOD ? old : modern;
    }

    private static byte[] canonical(String text, Charset charset) {
        return Arrays.stream(text.split("\\r\\n|[\\r\\n]", -1))
                .map(DetachedSignature::withoutBlanks)
                .collect(Collectors.joining("\r\n"))
                .getBytes(charset);
    }

    private static String withoutBlanks(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
            end--;
        }
        return line.substring(0, end);
    }

    private List<PGPSignature> signatures() throws IOException {
        BcPGPObjectFactory objects = new BcPGPObjectFactory(Armor.decode(armored, Armor.SIGNATURE));
        List<PGPSignature> found = new ArrayList<>();
        for (Object object = objects.nextObject(); object != null; object = objects.nextObject()) {
            if (object instanceof PGPSignatureList list) {
                list.forEach(found::add);
            }
        }
        if (found.size() > MOST) {
            throw new IllegalArgumentException("too many signatures");
        }
        return found;
    }
}
