// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.failure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The root of everything the library throws at its callers. After one of these, nothing of the failed call has happened. */
public abstract sealed class SupportException extends RuntimeException
        permits HarmfulFile,
                Invalid,
                LockedByAnother,
                NotFound,
                NotPermitted,
                OverLimit,
                Stale,
                TakenByAnother,
                Unavailable {
    private static final long serialVersionUID = 1L;

    SupportException(String message) {
        super(message);
    }

    SupportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * A sentence for whoever looks at the page, in their language if the library knows it (German, Spanish, French, Russian), else in
     * English (G17). {@link #getMessage} is for those who run the panel, and says more.
     */
    public String explanation(Locale language) {
        return Explanations.of(this, language);
    }
}
