// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.encryption;

import dev.troubletickets.inclusions.EncryptedBlocks;
import dev.troubletickets.spi.encryption.Encryption;
import dev.troubletickets.spi.encryption.SignatureCheck;
import dev.troubletickets.view.Signed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a message is signed in clear: all of its mail, or texts between its words (F2). */
public final class Signatures {
    private static final int MOST = 20;

    private final Optional<SignedMail> mail;
    private final List<SignedTexts.SignedText> texts;

    private Signatures(Optional<SignedMail> mail, List<SignedTexts.SignedText> texts) {
        this.mail = mail;
        this.texts = texts;
    }

    /** @param original the mail it came by, unless its text is another by now */
    public static Signatures of(Optional<byte[]> original, String text) {
        return new Signatures(original.flatMap(SignedMail::in), SignedTexts.in(text, MOST));
    }

    public boolean isEmpty() {
        return mail.isEmpty() && texts.isEmpty();
    }

    /** @param signers armored public keys of those who may have signed */
    public List<Signed> check(Encryption encryption, List<String> signers) {
        List<Signed> all = new ArrayList<>();
        mail.map(signed -> encryption.verify(signed.content(), signed.signature(), signers))
                .ifPresent(check -> all.add(new Signed(Optional.empty(), check)));
        texts.forEach(signed -> all.add(new Signed(
                Optional.of(shown(signed.text())), encryption.verify(signed.text(), signed.signature(), signers))));
        return all;
    }

    /** The signature is over the armor, too; nobody reads that. */
    private static String shown(String text) {
        return EncryptedBlocks.in(text).shown(number -> "secured information").text();
    }

    /** Of a whole entity that came encrypted. */
    static Optional<SignatureCheck> inside(byte[] entity, Encryption encryption, List<String> signers) {
        return SignedMail.in(entity).map(signed -> encryption.verify(signed.content(), signed.signature(), signers));
    }
}
