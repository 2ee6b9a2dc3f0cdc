// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.troubletickets.mail.internal.mime.Entity.Leaf;
import java.util.List;

/**
 * Encrypted messages as MIME has them: a part that names the version, and the armored block after it (RFC 3156 section 4). The block is text
 * to read, as if it stood between the words; also where a server on the way has made an ordinary multipart of it.
 */
final class PgpMime {
    private static final String VERSION = "application/pgp-encrypted";
    private static final String BEGIN = "-----BEGIN PGP MESSAGE-----";

    private PgpMime() {}

    /** Whether the part is such a block, and no longer than texts may be; a longer one is a file. */
    static boolean isEncrypted(List<Entity> parts, int part, int limit) {
        return part > 0
                && part < parts.size()
                && isVersion(parts.get(part - 1))
                && parts.get(part) instanceof Leaf leaf
                && leaf.encoded().length <= 2L * limit
                && armor(leaf).length() <= limit
                && armor(leaf).startsWith(BEGIN);
    }

    /** Whether the part names the version of the block after it, and holds nothing to keep. */
    static boolean isVersion(List<Entity> parts, int part, int limit) {
        return isVersion(parts.get(part)) && isEncrypted(parts, part + 1, limit);
    }

    private static boolean isVersion(Entity part) {
        return part instanceof Leaf leaf && leaf.type().equals(VERSION);
    }

    /** Character by character as it came, without blanks around it. */
    static String armor(Leaf leaf) {
        return new String(leaf.content(), ISO_8859_1)
                .strip()
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }
}
