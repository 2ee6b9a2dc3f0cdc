// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import dev.troubletickets.inclusions.EncryptedBlocks;
import dev.troubletickets.people.Secret;
import dev.troubletickets.pgp.PgpInclusions;
import dev.troubletickets.pgp.PgpKey;
import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import dev.troubletickets.spi.encryption.Decrypted;
import dev.troubletickets.spi.encryption.UnusableKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens what is encrypted in a file with a set of keys. */
final class Opener {
    private final PgpInclusions inclusions;
    private final List<String> signers;

    private Opener(PgpInclusions inclusions, List<String> signers) {
        this.inclusions = inclusions;
        this.signers = signers;
    }

    /** @throws UnusableKey if none of the keys can be opened */
    static Opener with(List<byte[]> files, Secret passphrase, List<String> signers) {
        List<PgpKey> usable = new ArrayList<>();
        UnusableKey last = new UnusableKey(UnusableKey.Reason.MALFORMED, null);
        for (byte[] file : files) {
            for (PgpKey key : PgpKey.all(file, passphrase)) {
                try {
                    PgpInclusions.with(key);
                    usable.add(key);
                } catch (UnusableKey ofNoUse) {
                    last = ofNoUse;
                }
            }
        }
        if (usable.isEmpty()) {
            throw new UnusableKey(last.reason(), null);
        }
        PgpKey[] others = usable.stream().skip(1).toArray(PgpKey[]::new);
        return new Opener(PgpInclusions.with(usable.get(0), others), signers);
    }

    /**
     * What became of one block.
     *
     * @param status {@code readable}, or why not
     * @param integrity {@code proven} or {@code failed}; empty where it did not come to that
     * @param plaintext as read, lines ended by LF
     */
    record Opened(String status, Optional<String> integrity, Optional<String> signature, Optional<String> plaintext) {
        boolean isReadable() {
            return plaintext.isPresent();
        }

        Map<String, @Nullable Object> fields(boolean show) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("status", status);
            fields.put("integrity", integrity.orElse(null));
            fields.put("signature", signature.orElse(null));
            fields.put("plaintextSha256", sha256().orElse(null));
            if (show) {
                fields.put("plaintext", plaintext.orElse(null));
            }
            return fields;
        }

        String words() {
            return status
                    + integrity.map(what -> ", integrity " + what).orElse("")
                    + signature.map(what -> ", signature " + what).orElse("")
                    + sha256().map(digest -> ", SHA-256 " + digest).orElse("");
        }

        private Optional<String> sha256() {
            return plaintext.map(text -> Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
        }

        /** The record prints nothing of the text. */
        @Override
        public String toString() {
            return words();
        }
    }

    List<Opened> open(Letter letter) {
        if (letter.obstacle().isPresent()) {
            return List.of();
        }
        byte[] raw = letter.raw();
        boolean isBinary = raw[0] < 0;
        if (isBinary) {
            return List.of(opened(() -> inclusions.decrypt(raw, signers)));
        }
        String text = Words.isMail(letter)
                ? Message.read(letter).map(message -> message.mail().text()).orElse("")
                : Words.plain(raw);
        return EncryptedBlocks.in(text).all().stream()
                .map(block -> opened(() -> inclusions.decrypt(block.armored(), signers)))
                .toList();
    }

    private static Opened opened(Supplier<Decrypted> decryption) {
        try {
            Decrypted decrypted = decryption.get();
            try (var text = decrypted.text()) {
                return new Opened(
                        "readable",
                        Optional.of("proven"),
                        Optional.of(lower(decrypted.signature().state())),
                        Optional.of(text.show(CharSequence::toString)));
            }
        } catch (CannotDecrypt e) {
            return new Opened(
                    lower(e.reason()),
                    Optional.of("failed").filter(any -> e.reason() == Reason.INTEGRITY),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
