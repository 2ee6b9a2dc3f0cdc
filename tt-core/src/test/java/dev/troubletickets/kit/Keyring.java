// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.Decrypted;
import dev.troubletickets.spi.encryption.DecryptedBytes;
import dev.troubletickets.spi.encryption.DecryptedFile;
import dev.troubletickets.spi.encryption.DecryptedText;
import dev.troubletickets.spi.encryption.Decryption;
import dev.troubletickets.spi.encryption.Encryption;
import dev.troubletickets.spi.encryption.KeyKind;
import dev.troubletickets.spi.encryption.PrivateKey;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.encryption.SignatureCheck;
import dev.troubletickets.spi.encryption.SignatureCheck.State;
import dev.troubletickets.spi.encryption.UnusableKey;
import dev.troubletickets.spi.encryption.UnusableKey.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Keys for tests: a private key is {@code private LABEL PASSPHRASE}, its public part {@code public LABEL}, the label in capitals its
 * fingerprint. A label that begins with the name of a reason is of no use for that.
 */
public final class Keyring implements Encryption {
    private final AtomicInteger made = new AtomicInteger();
    private final Map<String, Reason> spoilt = new ConcurrentHashMap<>();

    /** From now on, the key of the label is of no use. */
    public void spoil(String label, Reason reason) {
        spoilt.put(label, reason);
    }

    public static PrivateKey key(String label, String passphrase) {
        return new PrivateKey(Secret.of("private " + label + " " + passphrase), Secret.of(passphrase));
    }

    public static String publicKey(String label) {
        return "public " + label;
    }

    /** A block that only the key of the label opens. */
    public static String sealed(String label, String words) {
        return Envelope.seal(label + "|" + words);
    }

    /** The same, signed with the key of the author. */
    public static String signed(String label, String author, String words) {
        return sealed(label, author + "~" + words);
    }

    @Override
    public PrivateKey generate(KeyKind kind, String userId, Secret passphrase, Instant now) {
        return key("made" + made.incrementAndGet(), text(passphrase));
    }

    @Override
    public PublicKey examine(PrivateKey key) {
        String[] parts = text(key.armored()).split(" ", 3);
        if (parts.length != 3 || !parts[0].equals("private")) {
            throw new UnusableKey(Reason.MALFORMED, null);
        }
        if (!parts[2].equals(text(key.passphrase()))) {
            throw new UnusableKey(Reason.WRONG_PASSPHRASE, null);
        }
        return facts(parts[1]);
    }

    @Override
    public PublicKey examine(String armored, Instant now) {
        String[] parts = armored.split(" ", 2);
        if (parts.length != 2 || !parts[0].equals("public")) {
            throw new UnusableKey(Reason.MALFORMED, null);
        }
        for (Reason reason : Reason.values()) {
            if (parts[1].startsWith(reason.name()) || spoilt.get(parts[1]) == reason) {
                throw new UnusableKey(reason, null);
            }
        }
        return facts(parts[1]);
    }

    private static PublicKey facts(String label) {
        return new PublicKey(
                publicKey(label),
                label.toUpperCase(Locale.ROOT),
                label + " <" + label + "@example.com>",
                "test",
                TestCenter.START,
                Optional.empty());
    }

    @Override
    public Decryption open(List<PrivateKey> keys) {
        keys.forEach(this::examine);
        List<String> labels =
                keys.stream().map(key -> text(key.armored()).split(" ", 3)[1]).toList();
        Envelope envelope = new Envelope();
        return new Decryption() {
            @Override
            public Decrypted decrypt(String armored, List<String> signers) {
                try (DecryptedText found = envelope.decrypt(armored)) {
                    String[] parts = found.show(CharSequence::toString).split("\\|", 2);
                    requireKey(parts[0]);
                    return new Decrypted(new DecryptedText(words(parts[1]).toCharArray()), check(parts[1], signers));
                }
            }

            @Override
            public DecryptedFile decryptFile(byte[] encrypted, int largest, List<String> signers) {
                byte[] inside = Envelope.opened(new String(encrypted, StandardCharsets.US_ASCII));
                String[] parts = new String(inside, StandardCharsets.ISO_8859_1).split("\\|", 2);
                requireKey(parts[0]);
                byte[] content = words(parts[1]).getBytes(StandardCharsets.ISO_8859_1);
                if (content.length > largest) {
                    throw new CannotDecrypt(CannotDecrypt.Reason.TOO_LARGE, null);
                }
                return new DecryptedFile(new DecryptedBytes(content), check(parts[1], signers));
            }

            private void requireKey(String readers) {
                if (Collections.disjoint(labels, List.of(readers.split(",")))) {
                    throw new CannotDecrypt(CannotDecrypt.Reason.NO_KEY, null);
                }
            }

            @Override
            public String publicKey() {
                return Keyring.publicKey(labels.get(0));
            }
        };
    }

    private static String words(String signed) {
        return signed.substring(authorsEnd(signed) + 1);
    }

    private static SignatureCheck check(String signed, List<String> signers) {
        int end = authorsEnd(signed);
        if (end < 0) {
            return SignatureCheck.none();
        }
        String author = signed.substring(0, end);
        State state = signers.contains(publicKey(author)) ? State.GOOD : State.UNKNOWN_KEY;
        return new SignatureCheck(state, Optional.of(author));
    }

    /** A signature by the author, in armor. */
    public static String signature(String author, String over) {
        return "-----BEGIN PGP SIGNATURE-----\n\n" + author + " " + over.strip().hashCode()
                + "\n-----END PGP SIGNATURE-----";
    }

    @Override
    public SignatureCheck verify(byte[] signed, String signature, List<String> signers) {
        return verify(new String(signed, StandardCharsets.UTF_8), signature, signers);
    }

    @Override
    public SignatureCheck verify(String text, String signature, List<String> signers) {
        String author = signature.lines().toList().get(2).split(" ")[0];
        boolean isOver = signature.strip().replace("\r\n", "\n").equals(signature(author, text.replace("\r\n", "\n")));
        State known = isOver ? State.GOOD : State.BAD;
        return new SignatureCheck(signers.contains(publicKey(author)) ? known : State.UNKNOWN_KEY, Optional.of(author));
    }

    @Override
    public String encrypt(byte[] content, List<String> recipients, Optional<PrivateKey> author, Instant now) {
        recipients.forEach(key -> examine(key, now));
        String labels = recipients.stream().map(key -> key.split(" ", 2)[1]).collect(Collectors.joining(","));
        String by =
                author.map(key -> text(key.armored()).split(" ", 3)[1] + "~").orElse("");
        byte[] head = (labels + "|" + by).getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        return Envelope.seal(whole);
    }

    /** A label comes before the first blank. */
    private static int authorsEnd(String signed) {
        int end = signed.indexOf('~');
        return end > 0 && signed.substring(0, end).chars().allMatch(Character::isLetterOrDigit) ? end : -1;
    }

    private static String text(Secret secret) {
        return secret.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
