// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.encryption;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Text that was encrypted and is to be shown once. It has no way into a message, a quote, an index, a log or a stored form: it prints as
 * {@code secured information}, cannot be serialised, and is gone when closed.
 */
public final class DecryptedText implements AutoCloseable {
    /** Transient, so that what serialises fields finds none. */
    private final transient char[] characters;

    private boolean closed;

    /** Takes the array over; it is wiped on {@link #close}. */
    public DecryptedText(char[] characters) {
        this.characters = characters;
    }

    /**
     * Lends the characters for showing.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public synchronized <T> T show(Function<CharSequence, T> page) {
        if (closed) {
            throw new IllegalStateException("this text has been wiped");
        }
        return page.apply(CharBuffer.wrap(characters).asReadOnlyBuffer());
    }

    @Override
    public synchronized void close() {
        Arrays.fill(characters, '\0');
        closed = true;
    }

    /**
     * Throws: there is nothing to write for what serialises by getters, such as Jackson.
     *
     * @deprecated always fails; {@link #show} lends the characters
     */
    @Deprecated
    @SuppressWarnings("DoNotCallSuggester")
    public String getText() {
        throw new UnsupportedOperationException("decrypted text is shown, not stored");
    }

    @Override
    public String toString() {
        return "secured information";
    }
}
