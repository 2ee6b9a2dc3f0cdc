// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.failure.Invalid;
import dev.troubletickets.view.PageToken;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Cursors of lists of other things than tickets, as opaque tokens. They hold nothing the list did not show. */
public final class PageTokens {
    private static final String SEPARATOR = "\n";

    private PageTokens() {}

    /** @param list the list's name, so that its tokens fit no other */
    public static PageToken of(String list, Object... keys) {
        StringBuilder text = new StringBuilder(list);
        for (Object key : keys) {
            text.append(SEPARATOR).append(key);
        }
        return new PageToken(Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * What the token says, made of so many keys.
     *
     * @throws Invalid if it is none of that list's
     */
    public static <T> Optional<T> read(
            String list, int keys, Optional<PageToken> token, Function<List<String>, T> cursor) {
        return token.map(each -> {
            try {
                String text = new String(Base64.getUrlDecoder().decode(each.value()), StandardCharsets.UTF_8);
                List<String> parts = Arrays.asList(text.split(SEPARATOR, keys + 1));
                if (parts.size() == keys + 1 && parts.get(0).equals(list)) {
                    return cursor.apply(parts.subList(1, parts.size()));
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw invalid();
            }
            throw invalid();
        });
    }

    private static Invalid invalid() {
        return new Invalid("page", "is not a page of this list");
    }
}
