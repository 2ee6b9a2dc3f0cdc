// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Upload;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.files.DirectoryBlobs;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.files.Scanner;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.AttachmentView;
import dev.troubletickets.view.Download;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentSnippetsTest {
    @TempDir
    Path directory;

    @Test
    void filesAreKeptInADirectoryScannedAndServed() throws Exception {
        Scanner clamav = (size, content) -> Optional.empty();
        Path files = Files.createDirectory(directory.resolve("files"));
        SupportCenter.Builder builder = Panel.onMemory();
        // region: wiring
        SupportCenter center = builder.files(DirectoryBlobs.in(files)) // in place of the database
                .scanner(clamav)
                .build();
        // endregion
        Path chosen = Files.write(directory.resolve("log.txt"), "All is well.".getBytes(UTF_8));
        CustomerDesk jane = center.customer(AccountId.of("jane"));
        // region: upload
        TicketId ticket =
                jane.open(NewTicket.of("Mail bounces", "See the log.").attach(Upload.of(chosen, "text/plain")));
        // endregion
        AttachmentView file =
                jane.ticket(ticket).messages().get(0).attachments().get(0);

        HttpResponse<String> response = get(jane, file.id());
        assertThat(response.body()).isEqualTo("All is well.");
        assertThat(response.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"log.txt\"; filename*=UTF-8''log.txt");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    private static void serve(CustomerDesk desk, AttachmentId id, HttpExchange exchange) throws IOException {
        // region: download
        Download download = desk.download(id); // NotFound for whom it is not for
        download.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(200, download.file().size());
        download.to(exchange.getResponseBody());
        // endregion
        exchange.close();
    }

    private static HttpResponse<String> get(CustomerDesk desk, AttachmentId id) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> serve(desk, id, exchange));
        server.start();
        try {
            URI page = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        } finally {
            server.stop(0);
        }
    }
}
