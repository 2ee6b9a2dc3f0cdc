// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.net;

import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.mail.MailUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * Who logs in. Prints as the user, nothing else.
 *
 * @param source of the password, or of an access token, which is another one each time
 * @param byToken by XOAUTH2, and by nothing else
 */
public record Login(String user, Supplier<Secret> source, boolean byToken) {
    private static final int LONGEST_TOKEN = 64 << 10;

    public Login {
        Endpoint.requireOneLine(user, "user");
    }

    public static Login byPassword(String user, Secret password) {
        return new Login(user, () -> password, false);
    }

    public static Login byToken(String user, Supplier<Secret> tokens) {
        return new Login(user, tokens, true);
    }

    /**
     * The same with the secret of now.
     *
     * @throws MailUnavailable if there is no token, or one that can be none (RFC 6750 section 2.1)
     */
    Login now(Endpoint server) {
        if (!byToken) {
            return this;
        }
        Secret token;
        try {
            token = source.get();
        } catch (RuntimeException failure) {
            throw new MailUnavailable(
                    server + ": no access token for " + user + ": "
                            + failure.getClass().getSimpleName(),
                    failure);
        }
        if (token.length() == 0
                || token.length() > LONGEST_TOKEN
                || !token.<Boolean>use(bytes ->
                        new String(bytes, StandardCharsets.ISO_8859_1).chars().allMatch(c -> c > ' ' && c < 127))) {
            throw new MailUnavailable(server + ": what was given for " + user + " is no access token", null);
        }
        return new Login(user, () -> token, true);
    }

    public Secret secret() {
        return source.get();
    }

    /** Angus tries no mechanism but these. */
    void addTo(Properties properties, String prefix) {
        if (byToken) {
            properties.put(prefix + "auth.mechanisms", "XOAUTH2");
            // the token is longer than a command of POP3 may be (RFC 5034 section 4)
            properties.put(prefix + "auth.xoauth2.two.line.authentication.format", "true");
        }
    }

    @Override
    public String toString() {
        return user;
    }
}
