// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Files in the text itself, as programs sent them before MIME: {@code begin 644 name}, lines, {@code end}. A block counts only if each
 * of its lines is as long as it says and its end is there; anything else stays text.
 *
 * @param text what stands around the blocks
 */
record Uuencoded(String text, List<File> files) {
    private static final String BEGIN = "begin ";
    private static final String END = "end";
    private static final int LONGEST_NAME = 255;
    private static final int BITS = 6;

    Uuencoded {
        files = List.copyOf(files);
    }

    /** @param bytes decoded */
    record File(String name, byte[] bytes) {}

    /** @param text with LF line ends */
    static Uuencoded in(String text) {
        if (!text.startsWith(BEGIN) && !text.contains("\n" + BEGIN)) {
            return new Uuencoded(text, List.of());
        }
        List<File> files = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int line = lineEnd(text, at);
            int block = text.startsWith(BEGIN, at) ? block(text, at, line, files) : -1;
            if (block < 0) {
                rest.append(text, at, line);
            }
            at = block < 0 ? line : block;
        }
        return new Uuencoded(rest.toString(), files);
    }

    /** The index after the block that begins here; -1 if none does. */
    private static int block(String text, int start, int firstLine, List<File> files) {
        String name = name(text.substring(start + BEGIN.length(), firstLine).strip());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = firstLine;
        while (!name.isEmpty() && at < text.length()) {
            int end = lineEnd(text, at);
            String line = text.substring(at, end).stripTrailing();
            if (line.equals(END)) {
                files.add(new File(name, bytes.toByteArray()));
                return end;
            }
            if (!line.isEmpty() && !decode(line, bytes)) {
                return -1;
            }
            at = end;
        }
        return -1;
    }

    /** What follows three or four octal digits; empty if they are not there. */
    private static String name(String modeAndName) {
        int space = modeAndName.indexOf(' ');
        String mode = space < 0 ? "" : modeAndName.substring(0, space);
        boolean octal = mode.length() >= 3 && mode.length() <= 4 && mode.chars().allMatch(c -> c >= '0' && c <= '7');
        String name = octal ? modeAndName.substring(space + 1).strip() : "";
        return name.length() > LONGEST_NAME ? "" : name;
    }

    /** False if the line is not as long as its first character says; blanks at its end may have got lost. */
    private static boolean decode(String line, ByteArrayOutputStream into) {
        int count = value(line.charAt(0));
        int characters = (count + 2) / 3 * 4;
        if (count < 0 || line.length() - 1 > characters + 1) {
            return false;
        }
        int bits = 0;
        int left = count;
        for (int i = 0; i < characters; i++) {
            int value = i + 1 < line.length() ? value(line.charAt(i + 1)) : 0;
            if (value < 0) {
                return false;
            }
            bits = bits << BITS | value;
            if (i % 4 == 3) {
                for (int shift = 16; shift >= 0 && left > 0; shift -= Byte.SIZE) {
                    into.write(bits >> shift);
                    left--;
                }
                bits = 0;
            }
        }
        return true;
    }

    private static int value(char c) {
        return c < ' ' || c > '`' ? -1 : c - ' ' & 63;
    }

    private static int lineEnd(String text, int at) {
        int newline = text.indexOf('\n', at);
        return newline < 0 ? text.length() : newline + 1;
    }
}
