// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A file that its reader may have (F3), to be served with {@link #headers} and nothing else that says what it is. Its bytes come piece by
 * piece as they are asked for, and hold nothing open in between.
 */
public final class Download {
    /** Those that no browser runs. */
    private static final Set<String> SHOWN =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "text/plain", "application/pdf");

    private static final String UNRESERVED = "!#$&+-.^_`|~";

    private final AttachmentView file;
    private final Supplier<InputStream> bytes;

    /** @param bytes opens them; each call from the start */
    public Download(AttachmentView file, Supplier<InputStream> bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    public AttachmentView file() {
        return file;
    }

    /**
     * The headers of the response, in which no browser shows the file in the panel's own page, runs it, or takes it for another type than it
     * was said to be: a type out of a short list or else {@code application/octet-stream}, {@code attachment} with the name in ASCII and whole
     * (RFC 6266 section 4.3, RFC 8187), {@code nosniff}, a sandbox, and no copy in a shared cache.
     */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", SHOWN.contains(file.type()) ? file.type() : "application/octet-stream");
        headers.put("Content-Length", Long.toString(file.size()));
        headers.put("Content-Disposition", "attachment; filename=\"" + ascii() + "\"; filename*=UTF-8''" + encoded());
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cache-Control", "private, no-store");
        return headers;
    }

    /**
     * The bytes from the start, for the caller to close.
     *
     * @throws dev.troubletickets.failure.Unavailable if they cannot be had now
     */
    public InputStream open() {
        return bytes.get();
    }

    /**
     * Writes all bytes; does not close.
     *
     * @throws UncheckedIOException as {@code into} threw it, or where the bytes broke off
     * @throws dev.troubletickets.failure.Unavailable if they cannot be had now; nothing was written
     */
    public void to(OutputStream into) {
        try (InputStream in = open()) {
            in.transferTo(into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing in it is special in a quoted string, or decoded by browsers that decode too much. */
    private String ascii() {
        StringBuilder name = new StringBuilder();
        file.name()
                .codePoints()
                .map(c -> c >= ' ' && c < 127 && "\"\\%;".indexOf(c) < 0 ? c : '_')
                .forEach(name::appendCodePoint);
        return name.toString();
    }

    private String encoded() {
        StringBuilder name = new StringBuilder();
        for (byte b : file.name().getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0;
            name.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return name.toString();
    }
}
