// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.net;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a server said, in a form for people: one line, not too long, without the password or access token should it be repeated. */
public final class Words {
    private static final int LONGEST = 300;

    private Words() {}

    /** What lies at the bottom of a failure, which says more than what Angus wraps it in. */
    public static String of(Throwable failure, Endpoint server) {
        Throwable bottom = failure;
        while (bottom.getCause() != null) {
            bottom = bottom.getCause();
        }
        return of(bottom.getMessage() == null ? bottom.toString() : bottom.getMessage(), server);
    }

    /** What the failure itself says, or its class where it says nothing. */
    public static String spoken(Throwable failure, Endpoint server) {
        return of(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage(), server);
    }

    public static String of(@Nullable String said, Endpoint server) {
        StringBuilder line = new StringBuilder();
        String text = said == null ? "" : said;
        text.chars().limit(LONGEST).forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
        String words = line.toString().strip();
        boolean leaks = server.login().isPresent()
                && server.login().get().secret().<Boolean>use(bytes -> {
                    String password = new String(bytes, StandardCharsets.UTF_8);
                    return !password.isEmpty() && words.contains(password);
                });
        return leaks ? "(withheld)" : words;
    }
}
