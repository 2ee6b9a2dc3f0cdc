// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.tnef;

import java.nio.charset.Charset;
import java.util.Map;

/** Windows code pages, and the charsets of fonts in RTF, as the runtime knows them; Windows-1252 where it does not. */
final class CodePages {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(932, "windows-31j"),
            Map.entry(936, "GBK"),
            Map.entry(949, "x-windows-949"),
            Map.entry(950, "x-windows-950"),
            Map.entry(874, "x-windows-874"),
            Map.entry(1200, "UTF-16LE"),
            Map.entry(10_000, "x-MacRoman"),
            Map.entry(20_127, "US-ASCII"),
            Map.entry(20_866, "KOI8-R"),
            Map.entry(21_866, "KOI8-U"),
            Map.entry(50_220, "ISO-2022-JP"),
            Map.entry(50_221, "ISO-2022-JP"),
            Map.entry(51_932, "EUC-JP"),
            Map.entry(54_936, "GB18030"),
            Map.entry(65_001, "UTF-8"));
    private static final Map<Integer, Integer> OF_FONTS = Map.ofEntries(
            Map.entry(77, 10_000),
            Map.entry(128, 932),
            Map.entry(129, 949),
            Map.entry(134, 936),
            Map.entry(136, 950),
            Map.entry(161, 1253),
            Map.entry(162, 1254),
            Map.entry(163, 1258),
            Map.entry(177, 1255),
            Map.entry(178, 1256),
            Map.entry(186, 1257),
            Map.entry(204, 1251),
            Map.entry(222, 874),
            Map.entry(238, 1250));
    private static final int FIRST_ISO = 28_590;

    private CodePages() {}

    static Charset charset(int codePage) {
        boolean iso = codePage > FIRST_ISO && codePage <= FIRST_ISO + 16;
        String name = NAMES.getOrDefault(
                codePage,
                iso ? "ISO-8859-" + (codePage - FIRST_ISO) : (codePage < 1000 ? "IBM" : "windows-") + codePage);
        return Charset.isSupported(name) ? Charset.forName(name) : Charset.forName("windows-1252");
    }

    /** @param otherwise for the charsets that say nothing */
    static int ofFont(int fontCharset, int otherwise) {
        return OF_FONTS.getOrDefault(fontCharset, otherwise);
    }
}
