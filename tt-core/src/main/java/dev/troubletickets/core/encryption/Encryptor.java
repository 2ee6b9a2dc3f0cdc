// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.encryption;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Upload;
import dev.troubletickets.core.files.FilesInHand;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.encryption.Encryption;
import dev.troubletickets.spi.encryption.PrivateKey;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.encryption.UnusableKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Encrypts one answer: its mail, what the ticket keeps of it, and what waits for its time (F2). */
public final class Encryptor {
    private static final String ARMORED = ".asc";
    private static final String OCTETS = "application/octet-stream";

    private final Encryption encryption;
    private final Instant now;
    private final Keys keys;

    Encryptor(Encryption encryption, Instant now, Keys keys) {
        this.encryption = encryption;
        this.now = now;
        this.keys = keys;
    }

    /**
     * @param own the desk's, in armor
     * @param copies of those in CC who have one
     * @param author signs mails
     */
    record Keys(String own, PublicKey customers, Map<EmailAddress, PublicKey> copies, Optional<PrivateKey> author) {
        private List<String> all() {
            return Stream.concat(Stream.of(own), readers().map(PublicKey::armored))
                    .distinct()
                    .toList();
        }

        private Stream<PublicKey> readers() {
            return Stream.concat(Stream.of(customers), copies.values().stream());
        }
    }

    /** Of the customer's key. */
    public String fingerprint() {
        return keys.customers().fingerprint();
    }

    /** The fingerprints of whose keys it is for besides the desk's, the customer's first. */
    public List<String> fingerprints() {
        return keys.readers().map(PublicKey::fingerprint).distinct().toList();
    }

    /** Those in CC who can read it. */
    public Set<EmailAddress> readers() {
        return keys.copies().keySet();
    }

    /** The content of a mail, signed where the desk's key can sign. */
    public String mail(byte[] content) {
        if (keys.author().isPresent()) {
            try {
                return encryption.encrypt(content, keys.all(), keys.author(), now);
            } catch (UnusableKey cannotSign) {
                // those to encrypt to have been looked at; such a key was imported without its signing part
            }
        }
        return encrypted(content, keys.all());
    }

    /** The answer as the ticket keeps it: for all who may read it. */
    public Answer kept(Answer answer, FilesInHand inHand) {
        List<Upload> files = answer.attachments().stream()
                .map(file -> inHand.madeOf(
                        file,
                        "kept for " + fingerprints(),
                        clear -> Upload.of(clear.name() + ARMORED, OCTETS, encrypted(clear, keys.all()))))
                .toList();
        return with(answer, encrypted(bytes(answer.text()), keys.all()).strip(), files);
    }

    /** The answer as it waits: for the desk alone, which encrypts it to the customer when its time has come. */
    public Answer held(Answer answer, FilesInHand inHand) {
        List<String> desk = List.of(keys.own());
        List<Upload> files = answer.attachments().stream()
                .map(file -> inHand.madeOf(
                        file, "held", clear -> Upload.of(clear.name(), clear.type(), encrypted(clear, desk))))
                .toList();
        return with(answer, encrypted(bytes(answer.text()), desk).strip(), files);
    }

    private byte[] encrypted(Upload file, List<String> to) {
        try (InputStream in = file.open()) {
            return bytes(encrypted(in.readAllBytes(), to));
        } catch (IOException e) {
            Invalid invalid = new Invalid("attachments", "a file cannot be read");
            invalid.initCause(e);
            throw invalid;
        }
    }

    private String encrypted(byte[] content, List<String> to) {
        try {
            return encryption.encrypt(content, to, Optional.empty(), now);
        } catch (UnusableKey e) {
            throw new NotPermitted(Refusal.CUSTOMER_KEY_UNUSABLE);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Answer with(Answer a, String text, List<Upload> files) {
        return new Answer(
                text,
                a.cc(),
                files,
                a.sticky(),
                a.priority(),
                a.note(),
                a.charge(),
                a.incidents(),
                a.then(),
                a.encrypted());
    }
}
