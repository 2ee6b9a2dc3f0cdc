// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.bcpg.ArmoredInputStream;

/** One message of the corpora and what is known of it. */
record PgpSample(Path folder, String json) {
    /** What their authors' tests expect, where the manifest does not tell. */
    private static final Map<String, String> TEXTS = Map.of("gopenpgp/gpg2.3-aead-pgp-message.pgp", "hello world\n");

    String field(String name) {
        Matcher field = Pattern.compile('"' + name + "\": \"([^\"]*)\"").matcher(json);
        return field.find() ? field.group(1) : "";
    }

    String id() {
        return field("id");
    }

    String file() {
        return field("file");
    }

    /** Whose it is. */
    String source() {
        return field("source").split("@")[0];
    }

    /** Its authors say so, or it has no integrity protection. */
    boolean mustBeRefused() {
        return json.contains("\"must_reject\": true") || json.contains("\"integrity\": \"none\"");
    }

    /** Whether this is what the authors, or else GnuPG, say is in it; empty where neither does. */
    Optional<Boolean> isText(String outcome) {
        return digest().map(digest -> digest.equals(sha256(outcome.getBytes(StandardCharsets.UTF_8))));
    }

    private Optional<String> digest() {
        if (json.contains("\"plain_sha256\"") && !json.contains("\"plain_bytes\": 0")) {
            return Optional.of(field("plain_sha256"));
        }
        if (TEXTS.containsKey(id())) {
            return Optional.of(sha256(TEXTS.get(id()).getBytes(StandardCharsets.UTF_8)));
        }
        Path encrypted = folder.resolve("pgp/rnp/test_messages/message.txt");
        return id().startsWith("rnp/message.txt.") ? Optional.of(sha256(read(encrypted))) : Optional.empty();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
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

    /** Empty where the message is not encrypted. */
    Optional<PgpEnvelope> envelope() {
        return PgpEnvelope.of(packets(read(folder.resolve(file()))));
    }

    /** What is in the armor, or the file; nothing where the armor is broken. */
    static byte[] packets(byte[] file) {
        if (!new String(file, StandardCharsets.ISO_8859_1).contains("-----BEGIN PGP ")) {
            return file;
        }
        try (ArmoredInputStream armor = new ArmoredInputStream(new ByteArrayInputStream(file))) {
            return armor.readAllBytes();
        } catch (IOException | RuntimeException broken) {
            return new byte[0];
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return id();
    }
}
