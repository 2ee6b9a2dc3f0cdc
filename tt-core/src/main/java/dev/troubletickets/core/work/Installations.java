// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.troubletickets.core.due.Promises;
import dev.troubletickets.core.due.Terms;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.spi.storage.DocumentStore.Document;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.ticket.QueueId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reads and saves settings. What is read is remembered for five seconds of the clock; what this node saves is in force at once. */
public final class Installations {
    private static final String DOCUMENT = "settings";
    private static final String PROMISES = "service";
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final String ONLY = "";
    /** For settings that were saved by a version that did not know all of today's. */
    private static final Settings DEFAULTS = Settings.of("Support", EmailAddress.of("support@localhost.invalid"));

    private final LoadingCache<String, Installation> remembered;

    Installations(Storage storage, Clock clock) {
        remembered = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build(key -> storage.read(Installations::load));
    }

    public Installation current() {
        return remembered.get(ONLY);
    }

    public void forget() {
        remembered.invalidateAll();
    }

    /** Writes the first settings and the first queue of a new installation; an existing one is left as it is. */
    static void bootstrap(UnitOfWork stores, Settings first) {
        if (stores.documents().find(DOCUMENT).isEmpty()) {
            stores.documents().save(new Document(DOCUMENT, 1, Json.write(first)));
            stores.queues().create(QueueSettings.named("Support"), true);
        }
    }

    /** Replaces the settings; somebody else's change at the same time is a conflict, and the work is run again. */
    public static void save(UnitOfWork stores, Settings settings) {
        save(stores, DOCUMENT, Json.write(settings));
    }

    public static Installation load(UnitOfWork stores) {
        Optional<Document> document = stores.documents().find(DOCUMENT);
        List<Queue> queues = stores.queues().all();
        Settings settings = document.map(d -> Json.readOver(DEFAULTS, d.text(), Settings.class))
                .orElseThrow(() -> new IllegalStateException("the installation has no settings"));
        Promises promises = promises(stores);
        Map<QueueId, Terms> terms = new HashMap<>();
        queues.forEach(queue -> terms.put(queue.id(), Terms.of(queue, promises.of(queue.id()), settings.holidays())));
        return new Installation(
                settings,
                queues,
                Rulebook.load(stores),
                FieldBook.load(stores),
                AnnouncementBook.load(stores),
                SupportBook.load(stores),
                terms);
    }

    /** What the queues promise (B9). */
    public static Promises promises(UnitOfWork stores) {
        return stores.documents()
                .find(PROMISES)
                .map(document -> Json.read(document.text(), Promises.class))
                .orElse(Promises.none());
    }

    /** Replaces them; somebody else's change at the same time is a conflict, and the work is run again. */
    public static void save(UnitOfWork stores, Promises promises) {
        save(stores, PROMISES, Json.write(promises));
    }

    private static void save(UnitOfWork stores, String name, String text) {
        long version = stores.documents().find(name).map(Document::version).orElse(0L);
        stores.documents().save(new Document(name, version + 1, text));
    }
}
