// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Upload;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Download;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Threat 10: whatever a file is, says it is, or is called, no browser runs it, and its name adds nothing to the headers. */
@Tag("F3")
class AttachmentServedAsHtmlTest extends BehaviourTest {
    private static final Set<String> HARMLESS = Set.of(
            "application/octet-stream",
            "application/pdf",
            "image/gif",
            "image/jpeg",
            "image/png",
            "image/webp",
            "text/plain");
    private static final String SCRIPT = "<script>alert(1)</script>";

    static Stream<Upload> files() {
        return Stream.of(
                file("page.html", "text/html", SCRIPT),
                file("page.png", "image/png", "<!DOCTYPE html><html>" + SCRIPT + "</html>"),
                file("page", "image/png;charset=utf-7", "<html>" + SCRIPT),
                file("picture.svg", "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\">" + SCRIPT + "</svg>"),
                file("picture.svg", "image/png", "<?xml version=\"1.0\"?><svg>" + SCRIPT + "</svg>"),
                file("page.xhtml", "application/xhtml+xml", "<html xmlns=\"http://www.w3.org/1999/xhtml\">" + SCRIPT),
                file("feed.xml", "text/xml", "<?xml-stylesheet href=\"x.xsl\"?><a/>"),
                file("code.js", "text/plain", "alert(1)"),
                file("code.mjs", "application/javascript", "alert(1)"),
                file("old.hta", "application/hta", SCRIPT),
                file("mail.mht", "multipart/related", "MIME-Version: 1.0\r\n\r\n" + SCRIPT),
                file("movie.swf", "application/x-shockwave-flash", "FWS\u0009"),
                file("both.gif", "image/gif", "GIF89a/*" + SCRIPT + "*/=1;alert(1)"),
                file("both.pdf", "text/html", "%PDF-1.4\n" + SCRIPT),
                file("sheet.css", "text/css", "body{background:url(//evil)}"),
                file("cache.appcache", "text/cache-manifest", "CACHE MANIFEST"),
                file("nothing", "", ""));
    }

    @ParameterizedTest
    @MethodSource("files")
    void itsHeadersAreThoseOfADownload(Upload file) {
        Download download = served(file);

        assertThat(HARMLESS).contains(download.headers().get("Content-Type"));
        assertThat(download.headers())
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Content-Security-Policy", "default-src 'none'; sandbox")
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                .containsEntry("Cache-Control", "private, no-store")
                .containsEntry("Content-Length", Long.toString(file.size()));
        assertThat(download.headers().get("Content-Disposition")).startsWith("attachment; filename=\"");
    }

    static Stream<String> names() {
        return AttachmentPathAndNameTest.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void itsNameStandsInTheHeaderTwiceAndAddsNothingToIt(String name) {
        Download download = served(Upload.of(name, "text/plain", new byte[] {1}));
        String disposition = download.headers().get("Content-Disposition");

        assertThat(disposition)
                .matches("attachment; filename=\"[ -~&&[^\"\\\\%;]]+\"; filename\\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+");
        String encoded = disposition.substring(disposition.lastIndexOf("UTF-8''") + "UTF-8''".length());
        assertThat(java.net.URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8))
                .isEqualTo(download.file().name());
    }

    private Download served(Upload file) {
        TicketId ticket = jane.open(NewTicket.of("File", "See the file.").attach(file));
        return jane.download(
                jane.ticket(ticket).messages().get(0).attachments().get(0).id());
    }

    private static Upload file(String name, String type, String content) {
        return Upload.of(name, type, content.getBytes(UTF_8));
    }
}
