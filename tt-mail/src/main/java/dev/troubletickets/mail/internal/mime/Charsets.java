// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes to text when the declared charset may be wrong, unknown or missing: what was declared, if the bytes fit it; else UTF-8, if they
 * fit; else Windows-1252 for mostly plain letters with a few others between them; else a guess by their statistics.
 */
final class Charsets {
    private static final int SAMPLE = 256 << 10;
    private static final char UNKNOWN = '\ufffd';

    /** Names that mail programs use for a superset, as browsers read them (WHATWG Encoding, section 4.2). */
    private static final Map<String, String> READ_AS = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("x-iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("mac", "x-MacRoman"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("unicode-1-1-utf-8", "UTF-8"));

    /** The runtime looks for an unknown name in all its providers, each time: too slow for a header of thousands. */
    private static final Map<String, Charset> KNOWN = known();

    private Charsets() {}

    static String decode(byte[] bytes, String declared) {
        if (Utf7.isNamed(declared)) {
            return Utf7.decode(bytes);
        }
        Optional<Charset> charset = find(declared).filter(known -> !known.equals(US_ASCII));
        return charset.flatMap(known -> strictly(bytes, known))
                .or(() -> charset.filter(UTF_8::equals).flatMap(utf8 -> almostUtf8(bytes)))
                .or(() -> strictly(bytes, UTF_8))
                .or(() -> guessed(bytes))
                .orElseGet(() -> new String(
                        bytes, charset.filter(known -> !known.equals(UTF_8)).orElseGet(Charsets::western)));
    }

    /** Raw bytes of a header, held as one character each. */
    static String decodeRaw(String bytes) {
        boolean ascii = bytes.chars().allMatch(c -> c < 128);
        return ascii ? bytes : decode(bytes.getBytes(ISO_8859_1), "");
    }

    static Optional<Charset> find(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return known(plain).or(() -> known(letters(plain))).map(Charsets::superset);
    }

    private static Optional<Charset> known(String name) {
        return Optional.ofNullable(KNOWN.get(READ_AS.getOrDefault(name, name).toLowerCase(Locale.ROOT)));
    }

    /** Of a name that was found by another of its names, too. */
    private static Charset superset(Charset charset) {
        String name = charset.name().toLowerCase(Locale.ROOT);
        return known(name).orElse(charset);
    }

    /** As {@code windows1252} or {@code iso_8859_1} are written, without what stands between. */
    private static String letters(String name) {
        StringBuilder letters = new StringBuilder();
        name.chars().filter(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9').forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    private static Map<String, Charset> known() {
        Map<String, Charset> known = new HashMap<>();
        for (Charset charset : Charset.availableCharsets().values()) {
            charset.aliases().forEach(alias -> known.put(alias.toLowerCase(Locale.ROOT), charset));
            known.put(charset.name().toLowerCase(Locale.ROOT), charset);
        }
        Map.copyOf(known).forEach((name, charset) -> known.putIfAbsent(letters(name), charset));
        return known;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException | UnsupportedOperationException unfit) {
            return Optional.empty();
        }
    }

    /** A cut or damaged text is still what it was: at most one character in ten beyond ASCII may be broken, or just one. */
    private static Optional<String> almostUtf8(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        long broken = text.chars().filter(c -> c == UNKNOWN).count();
        long beyondAscii = text.chars().filter(c -> c > 127).count();
        return broken <= 1 && beyondAscii > 1 || broken * 10 <= beyondAscii ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> guessed(byte[] bytes) {
        if (looksWestern(bytes)) {
            return Optional.empty();
        }
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, SAMPLE));
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset())
                .flatMap(Charsets::find)
                .flatMap(charset -> strictly(bytes, charset));
    }

    /** Statistics need more than a few letters; in other scripts and in those of two bytes they come in groups. */
    private static boolean looksWestern(byte[] bytes) {
        int high = 0;
        int inShortRuns = 0;
        int letters = 0;
        int run = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i < bytes.length && bytes[i] < 0) {
                high++;
                run++;
            } else {
                inShortRuns += run <= 2 ? run : 0;
                run = 0;
                letters += i < bytes.length && Character.isLetter(bytes[i]) ? 1 : 0;
            }
        }
        return inShortRuns * 10L >= high * 6L && letters > high;
    }

    private static Charset western() {
        return KNOWN.getOrDefault("windows-1252", ISO_8859_1);
    }
}
