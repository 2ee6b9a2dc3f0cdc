// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of the folder with collected mails, as it would lie in a mailbox.
 *
 * @param source the repository it comes from
 * @param bounce its collectors say so
 * @param machines it says itself that a machine wrote it, in a header of RFC 3834 or a common one, or it is a bounce; read here and not by
 *     the library, which is to be measured
 */
record CorporaMail(String source, String file, byte[] raw, boolean bounce, boolean machines) {
    private static final String LONE_TNEF = "mail/mimekit/tnef";
    private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");

    /** All files of the folders {@code mail} and {@code bounce}, in the order of their names. */
    static List<CorporaMail> read(Path corpora) throws IOException {
        Map<String, String> repositories = new HashMap<>();
        Set<String> bounces = new HashSet<>();
        for (String line : Files.readAllLines(corpora.resolve("manifest.jsonl"))) {
            JsonNode row = JsonMapper.shared().readTree(line);
            String file = row.path("file").asString("");
            String source = row.path("source").asString("");
            if (isMail(file)) {
                repositories.put(folder(file), source.substring(0, source.indexOf('@')));
                if (row.path("capability").asString("").equals("bounce")) {
                    bounces.add(file);
                }
            }
        }
        List<CorporaMail> mails = new ArrayList<>();
        for (String file : files(corpora)) {
            byte[] raw = Files.readAllBytes(corpora.resolve(file));
            boolean bounce = bounces.contains(file);
            String source = repositories.get(folder(file)) + (file.startsWith(LONE_TNEF) ? ", winmail.dat alone" : "");
            mails.add(new CorporaMail(source, file, raw, bounce, bounce || saysMachine(raw)));
        }
        return mails;
    }

    private static List<String> files(Path corpora) throws IOException {
        try (Stream<Path> files = Files.walk(corpora)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> corpora.relativize(file).toString())
                    .filter(CorporaMail::isMail)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isMail(String file) {
        return file.startsWith("mail/") || file.startsWith("bounce/");
    }

    private static String folder(String file) {
        return file.substring(0, file.indexOf('/', file.indexOf('/') + 1));
    }

    private static boolean saysMachine(byte[] raw) {
        try {
            InternetHeaders headers = new InternetHeaders(new ByteArrayInputStream(raw));
            String submitted = value(headers, "Auto-Submitted");
            return !submitted.isEmpty() && !submitted.startsWith("no")
                    || BULK.contains(value(headers, "Precedence"))
                    || value(headers, "Return-Path").equals("<>")
                    || value(headers, "Content-Type").startsWith("multipart/report")
                    || !List.of("", "none").contains(value(headers, "X-Auto-Response-Suppress"))
                    || Stream.of("List-Id", "List-Unsubscribe", "X-Autoreply", "X-Autorespond", "X-Failed-Recipients")
                            .anyMatch(name -> !value(headers, name).isEmpty());
        } catch (MessagingException unreadable) {
            return false;
        }
    }

    private static String value(InternetHeaders headers, String name) {
        String value = headers.getHeader(name, null);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
