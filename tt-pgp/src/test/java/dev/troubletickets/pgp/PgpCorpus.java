// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import dev.troubletickets.spi.encryption.DecryptedText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPSecretKeyRingCollection;

/** The OpenPGP part of the corpora: one line of {@code manifest.jsonl} for each message. */
final class PgpCorpus {
    /** Where the manifest names the password of a message, or none. */
    private static final Map<String, String> PASSPHRASES = Map.of(
            "pgp/gopenpgp/crypto/keyring_privateKey", "apple", "pgp/gopenpgp/crypto/gpg2.3-aead-test-key.asc", "test");

    private final Path folder;
    private final List<Sample> samples;
    private final Map<String, Optional<PgpInclusions>> opened = new HashMap<>();

    private PgpCorpus(Path folder, List<Sample> samples) {
        this.folder = folder;
        this.samples = samples;
    }

    static PgpCorpus assumed() throws IOException {
        assumeTrue(System.getProperty("tt.corpora") != null, "tt.corpora is not set");
        Path folder = Path.of(System.getProperty("tt.corpora"));
        List<Sample> samples = Files.readAllLines(folder.resolve("manifest.jsonl")).stream()
                .map(line -> new Sample(folder, line))
                .toList();
        return new PgpCorpus(folder, samples);
    }

    List<Sample> samples(String capability) {
        return samples.stream()
                .filter(sample -> sample.field("capability").equals(capability))
                .toList();
    }

    static boolean isReason(String outcome) {
        return Arrays.stream(Reason.values()).anyMatch(reason -> reason.name().equals(outcome));
    }

    /** One message and what is known of it. */
    record Sample(Path folder, String json) {
        String field(String name) {
            Matcher field = Pattern.compile('"' + name + "\": \"([^\"]*)\"").matcher(json);
            return field.find() ? field.group(1) : "";
        }

        String file() {
            return field("file");
        }

        /** Opened by GnuPG, its modification detection code right, and with a text. */
        boolean isGood() {
            return json.contains("\"decryption_ok\": true")
                    && json.contains("\"good_mdc\": true")
                    && !json.contains("\"plain_bytes\": 0");
        }

        /** With a text, whatever protects it. */
        boolean isOpenedByGnuPg() {
            return json.contains("\"decryption_ok\": true") && !json.contains("\"plain_bytes\": 0");
        }

        /** Whose it is. */
        String source() {
            return field("source").split("@")[0];
        }

        /** Its authors say so, or it has no integrity protection. */
        boolean mustBeRefused() {
            return json.contains("\"must_reject\": true") || json.contains("\"integrity\": \"none\"");
        }

        boolean isText(String outcome) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(outcome.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest).equals(field("plain_sha256"));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The armored block in the file, or the file in armor. */
        String armored() {
            byte[] bytes = read(folder.resolve(file()));
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            int begin = text.indexOf("-----BEGIN PGP ");
            int end = text.indexOf("-----", text.indexOf("-----END PGP ") + 5);
            return begin >= 0 ? text.substring(begin, end > begin ? end + 5 : text.length()) : Sealing.armored(bytes);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What became of a message: its text, or the reason why not; any other failure is one. */
    String outcome(Sample sample) {
        Optional<PgpInclusions> inclusions = inclusions(sample);
        if (inclusions.isEmpty()) {
            return Reason.NO_KEY.name();
        }
        try (DecryptedText text = inclusions.get().decrypt(sample.armored())) {
            return text.show(CharSequence::toString);
        } catch (CannotDecrypt e) {
            return e.reason().name();
        }
    }

    /** The desk that the message is for; empty where its key cannot be unlocked with what is known. */
    Optional<PgpInclusions> inclusions(Sample sample) {
        String passphrase = PASSPHRASES.getOrDefault(sample.field("keys"), sample.field("passphrase"));
        return opened.computeIfAbsent(
                sample.field("keys") + passphrase, key -> unlock(keyFiles(sample.field("keys")), passphrase));
    }

    private List<Path> keyFiles(String keys) {
        if (keys.contains("{")) {
            return List.of(folder.resolve(keys.substring(0, keys.indexOf('{'))).resolve("secring.gpg"));
        }
        if (keys.contains("*")) {
            Path in = folder.resolve(keys).getParent();
            return List.of(in.resolve("emil_sec.asc"), in.resolve("juliet_sec.asc"), in.resolve("romeo_sec.asc"));
        }
        return List.of(folder.resolve(keys));
    }

    /** All keys of the files that one can encrypt to. */
    private static Optional<PgpInclusions> unlock(List<Path> files, String passphrase) {
        List<PgpKey> keys = new ArrayList<>();
        for (Path file : files) {
            rings(file).forEach(ring -> addIfUsable(keys, ring, passphrase));
        }
        PgpKey[] former = keys.stream().skip(1).toArray(PgpKey[]::new);
        return keys.isEmpty() ? Optional.empty() : Optional.of(PgpInclusions.with(keys.get(0), former));
    }

    private static void addIfUsable(List<PgpKey> keys, PGPSecretKeyRing ring, String passphrase) {
        try {
            PgpKey key = PgpKey.of(Armor.encode(ring.getEncoded()), Secret.of(passphrase));
            PgpInclusions.with(key);
            keys.add(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            // nobody can encrypt to this one
        }
    }

    private static List<PGPSecretKeyRing> rings(Path file) {
        List<PGPSecretKeyRing> rings = new ArrayList<>();
        try {
            new BcPGPSecretKeyRingCollection(PGPUtil.getDecoderStream(new ByteArrayInputStream(read(file))))
                    .forEach(rings::add);
            return rings;
        } catch (IOException | PGPException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
