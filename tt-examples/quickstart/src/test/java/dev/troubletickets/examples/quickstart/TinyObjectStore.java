// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What every object store can do, and no more: whole objects are put, got and deleted by their names. */
final class TinyObjectStore implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Path directory;

    TinyObjectStore(Path directory) {
        this.directory = directory;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/bucket/", this::answer);
        server.start();
    }

    URI bucket() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/bucket/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path object = directory.resolve(exchange.getRequestURI().getPath().substring("/bucket/".length()));
            switch (exchange.getRequestMethod()) {
                case "PUT" -> put(exchange, object);
                case "GET" -> get(exchange, object);
                default -> exchange.sendResponseHeaders(Files.deleteIfExists(object) ? 204 : 404, -1);
            }
        }
    }

    /** A body that breaks off fails here, before there is an object. */
    private void put(HttpExchange exchange, Path object) throws IOException {
        Path coming = Files.createTempFile(directory, "coming", "");
        try (InputStream body = exchange.getRequestBody()) {
            Files.copy(body, coming, StandardCopyOption.REPLACE_EXISTING);
            Files.move(coming, object, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(coming);
        }
        exchange.sendResponseHeaders(200, -1);
    }

    private static void get(HttpExchange exchange, Path object) throws IOException {
        if (!Files.exists(object)) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        long size = Files.size(object);
        exchange.sendResponseHeaders(200, size == 0 ? -1 : size);
        try (OutputStream body = exchange.getResponseBody()) {
            Files.copy(object, body);
        }
    }
}
