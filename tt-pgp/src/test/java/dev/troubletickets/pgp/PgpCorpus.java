// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import dev.troubletickets.spi.encryption.DecryptedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.PacketTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.bc.BcPGPSecretKeyRingCollection;

/** The OpenPGP part of the corpora: one line of {@code manifest.jsonl} for each message. */
final class PgpCorpus {
    /** Of files of keys, where the manifest names the password of a message, another one, or none; their authors' tests do. */
    private static final Map<String, String> PASSPHRASES = Map.of(
            "keyring_privateKey", "apple", "gpg2.3-aead-test-key.asc", "test", "seckey-aead-eax.gpg", "encsign1pass");

    /** 4 MiB (RFC 9580 section 5.13.2). */
    private static final int LARGEST_CHUNK = 16;

    private final Path folder;
    private final List<PgpSample> samples;
    private final Map<String, List<Path>> keyFiles = new HashMap<>();
    private final Map<Path, List<PGPSecretKeyRing>> rings = new HashMap<>();
    private final Map<String, Optional<PgpInclusions>> opened = new HashMap<>();

    private PgpCorpus(Path folder, List<PgpSample> samples) {
        this.folder = folder;
        this.samples = samples;
    }

    static PgpCorpus assumed() throws IOException {
        assumeTrue(System.getProperty("tt.corpora") != null, "tt.corpora is not set");
        Path folder = Path.of(System.getProperty("tt.corpora"));
        List<PgpSample> samples = Files.readAllLines(folder.resolve("manifest.jsonl")).stream()
                .map(line -> new PgpSample(folder, line))
                .toList();
        return new PgpCorpus(folder, samples);
    }

    List<PgpSample> samples(String capability) {
        return samples.stream()
                .filter(sample -> sample.field("capability").equals(capability))
                .toList();
    }

    /** What the authors encrypted, whatever programs could open it. */
    List<PgpSample> encrypted() {
        return samples("pgp").stream()
                .filter(sample -> sample.envelope().isPresent())
                .toList();
    }

    /** Why a message is not read although its authors say that it can be. */
    enum Excuse {
        PASSWORD_ALONE(Reason.NO_KEY, "for a password alone, which no desk has"),
        KEY_NOT_GIVEN(Reason.NO_KEY, "for keys, or a password, that were not collected with it"),
        AUTHENTICATED_TWOFISH(
                Reason.UNSUPPORTED,
                "authenticated (EAX) with Twofish; Bouncy Castle does so with AES and Camellia alone"),
        LARGE_CHUNKS(Reason.MALFORMED, "in chunks of 128 MiB, of a draft; 4 MiB became the most there may be");

        final Reason reason;
        final String why;

        Excuse(Reason reason, String why) {
            this.reason = reason;
            this.why = why;
        }
    }

    static boolean isReason(String outcome) {
        return Arrays.stream(Reason.values()).anyMatch(reason -> reason.name().equals(outcome));
    }

    /** What became of a message: its text, or the reason why not; any other failure is one. */
    String outcome(PgpSample sample) {
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

    /** Why the message need not be read, if there is a reason in its packets. */
    Optional<Excuse> excuse(PgpSample sample) {
        PgpEnvelope envelope = sample.envelope().orElseThrow();
        if (envelope.chunk() > LARGEST_CHUNK) {
            return Optional.of(Excuse.LARGE_CHUNKS);
        }
        if (envelope.recipients().isEmpty()) {
            return Optional.of(Excuse.PASSWORD_ALONE);
        }
        if (envelope.recipients().contains(0L)) {
            return Optional.empty();
        }
        boolean isGiven = given(sample).stream()
                .flatMap(file -> rings(file).stream())
                .flatMap(PgpCorpus::parts)
                .anyMatch(part -> envelope.recipients().contains(part.getKeyID()));
        if (!isGiven) {
            return Optional.of(Excuse.KEY_NOT_GIVEN);
        }
        return envelope.cipher() == SymmetricKeyAlgorithmTags.TWOFISH
                ? Optional.of(Excuse.AUTHENTICATED_TWOFISH)
                : Optional.empty();
    }

    private static Stream<PGPPublicKey> parts(PGPSecretKeyRing ring) {
        List<PGPPublicKey> parts = new ArrayList<>();
        ring.getPublicKeys().forEachRemaining(parts::add);
        return parts.stream();
    }

    /** The desk that the message is for; empty where no key for it can be unlocked with what is known. */
    private Optional<PgpInclusions> inclusions(PgpSample sample) {
        String passphrase = sample.field("passphrase");
        Set<Long> recipients = sample.envelope().map(PgpEnvelope::recipients).orElse(Set.of());
        Set<Path> files = new LinkedHashSet<>(named(sample.field("keys")));
        for (Path file : given(sample)) {
            boolean isMeant = rings(file).stream()
                    .flatMap(PgpCorpus::parts)
                    .anyMatch(part -> recipients.contains(part.getKeyID()));
            if (isMeant) {
                files.add(file);
            }
        }
        return opened.computeIfAbsent(files + passphrase, key -> unlock(files, passphrase));
    }

    /** All files of private keys that the message's authors give. */
    private List<Path> given(PgpSample sample) {
        return keyFiles.computeIfAbsent(sample.file().split("/")[1], source -> {
            try (Stream<Path> files = Files.walk(folder.resolve("pgp").resolve(source))) {
                return files.filter(Files::isRegularFile)
                        .filter(file -> !rings(file).isEmpty())
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Those that the manifest names. */
    private List<Path> named(String keys) {
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
    private Optional<PgpInclusions> unlock(Set<Path> files, String passphrase) {
        List<PgpKey> keys = new ArrayList<>();
        for (Path file : files) {
            String own = PASSPHRASES.getOrDefault(file.getFileName().toString(), passphrase);
            rings(file).forEach(ring -> addIfUsable(keys, ring, own));
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

    /** None where the file is something else. */
    private List<PGPSecretKeyRing> rings(Path file) {
        return rings.computeIfAbsent(file, PgpCorpus::privateKeys);
    }

    private static List<PGPSecretKeyRing> privateKeys(Path file) {
        List<PGPSecretKeyRing> found = new ArrayList<>();
        try {
            byte[] bytes = PgpSample.packets(Files.readAllBytes(file));
            if (PgpEnvelope.tag(bytes) == PacketTags.SECRET_KEY) {
                new BcPGPSecretKeyRingCollection(bytes).forEach(found::add);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PGPException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
