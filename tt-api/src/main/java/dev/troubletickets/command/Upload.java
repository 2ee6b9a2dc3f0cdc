// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file on its way in (F3). The name is data for people: directories are cut off, characters that hide or reorder text and control
 * characters become {@code _}, and it never names a file on any disk.
 */
public final class Upload {
    private static final int LONGEST_NAME = 200;
    private static final String OCTETS = "application/octet-stream";

    private final String name;
    private final String type;
    private final long size;
    private final Source source;

    /** Opens the bytes; each call from the start. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    private Upload(String name, String type, long size, Source source) {
        this.name = cleanName(name);
        this.type = cleanType(type);
        this.size = size;
        this.source = source;
    }

    /** Bytes in memory; they are copied. */
    public static Upload of(String name, String type, byte[] content) {
        byte[] copy = content.clone();
        return new Upload(name, type, copy.length, () -> new ByteArrayInputStream(copy));
    }

    /**
     * A file, read when the ticket is stored.
     *
     * @throws IOException if its size cannot be read
     */
    public static Upload of(Path file, String type) throws IOException {
        return new Upload(String.valueOf(file.getFileName()), type, Files.size(file), () -> Files.newInputStream(file));
    }

    /**
     * Bytes kept elsewhere, opened whenever they are read.
     *
     * @param size how many bytes there are
     */
    public static Upload of(String name, String type, long size, Source source) {
        return new Upload(name, type, size, source);
    }

    public String name() {
        return name;
    }

    /** A media type in lower case, without parameters; {@code application/octet-stream} where the given one was none. */
    public String type() {
        return type;
    }

    /** Bytes. */
    public long size() {
        return size;
    }

    public InputStream open() throws IOException {
        return source.open();
    }

    private static String cleanName(String given) {
        String base = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder();
        base.codePoints().map(c -> isUnsafe(c) ? '_' : c).forEach(clean::appendCodePoint);
        String name = clean.toString().strip();
        if (name.length() > LONGEST_NAME) {
            int from = name.length() - LONGEST_NAME;
            name = name.substring(Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from)
                    .strip();
        }
        return name.chars().allMatch(c -> c == '.' || c == '_' || c == ' ') ? "attachment" : name;
    }

    private static boolean isUnsafe(int c) {
        int kind = Character.getType(c);
        return kind == Character.CONTROL
                || kind == Character.FORMAT
                || kind == Character.SURROGATE
                || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR
                || "\"<>|:*?".indexOf(c) >= 0;
    }

    private static String cleanType(String given) {
        int end = given.indexOf(';');
        String type = (end < 0 ? given : given.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        int slash = type.indexOf('/');
        boolean ok = slash > 0
                && slash == type.lastIndexOf('/')
                && slash < type.length() - 1
                && type.length() <= 100
                && type.chars().allMatch(c -> c > ' ' && c < 127 && "()<>@,;:\\\"[]?=".indexOf(c) < 0);
        return ok ? type : OCTETS;
    }
}
