// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.encryption;

import dev.troubletickets.command.Upload;
import dev.troubletickets.spi.encryption.DecryptedText;
import dev.troubletickets.spi.encryption.Encryption;
import dev.troubletickets.spi.encryption.SignatureCheck;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.view.Inclusion;
import dev.troubletickets.view.Inclusion.Readable;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What mail programs encrypt is MIME (RFC 3156): shown are its words, HTML made readable, and the names of its files (F2). All in memory, and
 * nothing is kept; what the mail format decodes into strings is left to the garbage collector.
 */
public final class MimeInside {
    private static final Logger LOG = LoggerFactory.getLogger(MimeInside.class);
    private static final int BYTES_A_CHARACTER = 3;

    private final MailFormat format;
    private final MailLimits limits;
    private final Optional<Encryption> encryption;
    private final List<String> signers;

    /** @param signers armored public keys of those who may have signed it, beneath the encryption */
    public MimeInside(MailFormat format, MailLimits limits, Optional<Encryption> encryption, List<String> signers) {
        this.format = format;
        this.limits = limits;
        this.encryption = encryption;
        this.signers = List.copyOf(signers);
    }

    /** The block in readable words; itself where it is no MIME, cannot be parsed, or goes beyond a limit of mails. */
    public Inclusion readable(Inclusion inclusion) {
        return inclusion instanceof Readable found ? readable(found) : inclusion;
    }

    private Inclusion readable(Readable found) {
        byte[] entity = found.text().show(MimeInside::bytes);
        try {
            return isMime(entity) ? read(found, entity) : found;
        } catch (LimitExceeded tooMuch) {
            return found;
        } catch (RuntimeException e) {
            // its message might quote the text
            LOG.warn(
                    "what is encrypted in {} could not be read as MIME: {}",
                    found.id(),
                    e.getClass().getName());
            return found;
        } finally {
            Arrays.fill(entity, (byte) 0);
        }
    }

    private Readable read(Readable found, byte[] entity) throws LimitExceeded {
        SignatureCheck signature = signature(found, entity);
        ParsedMail mail = format.parse(entity, limits);
        mail.attachments().forEach(file -> Arrays.fill(file.content(), (byte) 0));
        List<DecryptedText> files = mail.attachments().stream()
                .filter(file -> !file.type().equals("application/pgp-signature"))
                .map(file -> Upload.of(file.name(), file.type(), new byte[0]).name())
                .map(name -> new DecryptedText(name.toCharArray()))
                .toList();
        Readable read = new Readable(found.id(), new DecryptedText(mail.text().toCharArray()), signature, files);
        found.close();
        return read;
    }

    private SignatureCheck signature(Readable found, byte[] entity) {
        return found.signature().state() != SignatureCheck.State.NONE
                ? found.signature()
                : encryption
                        .flatMap(by -> Signatures.inside(entity, by, signers))
                        .orElse(found.signature());
    }

    /** It begins with header fields, one of which says what it is. */
    private static boolean isMime(byte[] entity) {
        boolean typed = false;
        int at = 0;
        while (at < entity.length) {
            int end = at;
            while (end < entity.length && entity[end] != '\n') {
                end++;
            }
            String line = new String(entity, at, end - at, StandardCharsets.ISO_8859_1).stripTrailing();
            if (line.isEmpty()) {
                return typed;
            }
            if (!isField(line) && !(at > 0 && Character.isWhitespace(line.charAt(0)))) {
                return false;
            }
            typed |= line.toLowerCase(Locale.ROOT).startsWith("content-type:");
            at = end + 1;
        }
        return false;
    }

    private static boolean isField(String line) {
        int colon = line.indexOf(':');
        return colon > 0
                && line.chars()
                        .limit(colon)
                        .allMatch(
                                c -> c == '-' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z');
    }

    private static byte[] bytes(CharSequence characters) {
        ByteBuffer room = ByteBuffer.allocate(characters.length() * BYTES_A_CHARACTER);
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
        encoder.encode(CharBuffer.wrap(characters), room, true);
        encoder.flush(room);
        byte[] bytes = Arrays.copyOf(room.array(), room.position());
        Arrays.fill(room.array(), (byte) 0);
        return bytes;
    }
}
