// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.people.Secret;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.SeenTicket;
import dev.troubletickets.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and recognises our Message-IDs: {@code <tt.ticket.nonce.signature@domain>}. The signature is two characters that name the key
 * and 128 bits of HMAC-SHA256 over ticket and nonce, so only someone who got one of our mails can name its id. It proves that a mail
 * answers one of ours; who sent it must be proven besides.
 */
public final class Tokens {
    private static final String MARK = "tt";
    private static final String NOTICE = "tts";
    private static final String INTERNAL = "tti";
    private static final String ROOT = "root";
    private static final int NONCE = 10;
    private static final int MAC_BYTES = 16;
    private static final int SHORTEST_KEY = 16;
    private static final char[] DIGITS = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();

    private final List<Key> keys;
    private final RandomGenerator random;

    /** @param secrets the first signs, all are recognised */
    public Tokens(List<Secret> secrets, RandomGenerator random) {
        this.keys = secrets.stream().map(Key::of).toList();
        this.random = random;
    }

    /** An id for a new mail about the ticket. */
    public String messageId(TicketId ticket, String domain) {
        return compose(ticket, nonce(), domain);
    }

    /** The id that all mails of a ticket refer to, so that mail programs show them as one thread. */
    public String root(TicketId ticket, String domain) {
        return compose(ticket, ROOT, domain);
    }

    /** The ticket that one of our own ids names; empty for every other text. */
    public Optional<TicketId> verify(String messageId) {
        int at = messageId.indexOf('@');
        if (at < 0 || messageId.charAt(0) != '<') {
            return Optional.empty();
        }
        String[] parts = messageId.substring(1, at).split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals(MARK)) {
            return Optional.empty();
        }
        return TicketId.parse(parts[1])
                .filter(ticket -> Long.toString(ticket.value()).equals(parts[1]))
                .filter(ticket -> keys.stream().anyMatch(key -> isEqual(key.sign(ticket, parts[2]), parts[3])));
    }

    /**
     * An id for a mail that tells one technician of a ticket (D6): {@code <tts.ticket.mark.reader.nonce.signature@domain>}. Whoever names
     * it has got that mail, or was given it by that technician.
     */
    public String noticeId(Notified notified, String domain) {
        String text = String.join(
                ".",
                Long.toString(notified.seen().id().value()),
                Long.toString(notified.seen().mark()),
                HexFormat.of().formatHex(notified.reader().value().getBytes(StandardCharsets.UTF_8)),
                nonce());
        return "<" + NOTICE + "." + text + "." + keys.get(0).sign(NOTICE + "." + text) + "@" + domain + ">";
    }

    /** Whom one of our own ids of notices tells of what; empty for every other text. */
    public Optional<Notified> verifyNotice(String messageId) {
        int at = messageId.indexOf('@');
        int last = at < 0 ? -1 : messageId.lastIndexOf('.', at);
        if (last < 0 || !messageId.startsWith("<" + NOTICE + ".")) {
            return Optional.empty();
        }
        String text = messageId.substring(1, last);
        String signature = messageId.substring(last + 1, at);
        if (keys.stream().noneMatch(key -> isEqual(key.sign(text), signature))) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.", -1);
        String reader = new String(HexFormat.of().parseHex(parts[3]), StandardCharsets.UTF_8);
        TicketId ticket = TicketId.of(Long.parseLong(parts[1]));
        return Optional.of(new Notified(ticket.seenAt(Long.parseLong(parts[2])), StaffId.of(reader)));
    }

    /** An id for a mail to a technician about what belongs to no ticket: {@code <tti.nonce.signature@domain>}. */
    public String internalId(String domain) {
        String text = INTERNAL + "." + nonce();
        return "<" + text + "." + keys.get(0).sign(text) + "@" + domain + ">";
    }

    /** True for one of those. */
    public boolean isInternal(String messageId) {
        int at = messageId.indexOf('@');
        int last = at < 0 ? -1 : messageId.lastIndexOf('.', at);
        if (last < 0 || !messageId.startsWith("<" + INTERNAL + ".")) {
            return false;
        }
        String text = messageId.substring(1, last);
        String signature = messageId.substring(last + 1, at);
        return keys.stream().anyMatch(key -> isEqual(key.sign(text), signature));
    }

    public boolean isOurs(String messageId) {
        return verify(messageId).isPresent() || verifyNotice(messageId).isPresent() || isInternal(messageId);
    }

    /** @param seen the ticket as it was when the reader was told of it */
    public record Notified(SeenTicket seen, StaffId reader) {}

    private String nonce() {
        StringBuilder nonce = new StringBuilder();
        random.ints(NONCE, 0, DIGITS.length).forEach(i -> nonce.append(DIGITS[i]));
        return nonce.toString();
    }

    private String compose(TicketId ticket, String nonce, String domain) {
        return "<"
                + String.join(
                        ".",
                        MARK,
                        Long.toString(ticket.value()),
                        nonce,
                        keys.get(0).sign(ticket, nonce)) + "@" + domain + ">";
    }

    private static boolean isEqual(String ours, String theirs) {
        return MessageDigest.isEqual(ours.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = (buffer << 8) | (next & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(DIGITS[(buffer >> bits) & 31]);
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(DIGITS[(buffer << (5 - bits)) & 31]).toString();
    }

    /** @param name two characters that tell which key signed */
    private record Key(String name, SecretKeySpec spec) {
        static Key of(Secret secret) {
            if (secret.length() < SHORTEST_KEY) {
                throw new IllegalArgumentException("a secret has at least " + SHORTEST_KEY + " bytes");
            }
            SecretKeySpec spec = secret.use(bytes ->
                    new SecretKeySpec(hmac(new SecretKeySpec(bytes, "HmacSHA256"), "thread token"), "HmacSHA256"));
            return new Key(base32(hmac(spec, "name")).substring(0, 2), spec);
        }

        String sign(TicketId ticket, String nonce) {
            return sign(ticket.value() + "." + nonce);
        }

        String sign(String text) {
            return name + base32(Arrays.copyOf(hmac(spec, text), MAC_BYTES));
        }

        private static byte[] hmac(SecretKeySpec key, String text) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HmacSHA256", e);
            }
        }
    }
}
