// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.files.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

// region: blobs
/** Files in an object store: put, got and deleted by their keys over HTTP. Who signs requests does that in {@link #object}. */
final class ObjectStoreBlobs implements BlobStore {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI bucket;

    /** @param bucket ends in a slash */
    ObjectStoreBlobs(URI bucket) {
        this.bucket = bucket;
    }

    @Override
    public void put(BlobKey key, long size, InputStream content) throws IOException {
        ExactStream exact = new ExactStream(content, size);
        BodyPublisher body = size == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> exact), size);
        exact.requireEndIfEmpty();
        HttpResponse<Void> answer;
        try {
            answer = send(object(key).PUT(body).build(), BodyHandlers.discarding());
        } catch (Unavailable e) {
            exact.throwWhatItThrew(); // the file broke off, not the store
            throw e;
        }
        require(answer, 200, 201, 204);
    }

    @Override
    public Optional<InputStream> open(BlobKey key) {
        HttpResponse<InputStream> answer = send(object(key).GET().build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        require(answer, 200);
        return Optional.of(answer.body());
    }

    @Override
    public void delete(BlobKey key) {
        require(send(object(key).DELETE().build(), BodyHandlers.discarding()), 200, 204, 404);
    }

    private HttpRequest.Builder object(BlobKey key) {
        return HttpRequest.newBuilder(bucket.resolve(key.value())).timeout(Duration.ofMinutes(1));
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new Unavailable("files", "the object store does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("files", "interrupted", e);
        }
    }

    private static void require(HttpResponse<?> answer, int... expected) {
        for (int status : expected) {
            if (answer.statusCode() == status) {
                return;
            }
        }
        throw new Unavailable("files", "the object store says " + answer.statusCode());
    }
}
// endregion
