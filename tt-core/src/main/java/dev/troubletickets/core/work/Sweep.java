// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.settings.ResellerSupport;
import dev.troubletickets.spi.storage.DocumentStore.Document;
import dev.troubletickets.spi.storage.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * That all tickets of resellers' customers are to be gone through, since their sides have changed, or those of technicians (E4). Several
 * are taken in their order, each to its end, so that the history of each ticket tells of each change.
 *
 * @param done the largest number of a ticket that was gone through
 * @param notBefore when it begins
 */
public record Sweep(SupportBook before, SupportBook after, long done, Instant notBefore) {
    private static final String DOCUMENT = "sides to sweep";
    /** So long another node may have worked by the former offer. */
    private static final Duration SETTLED = Duration.ofSeconds(10);
    /** More changes than these while none is gone through, and the history of tickets leaves some out. */
    private static final int MOST = 100;

    /** Adds one for a change, and one for what other nodes do before they know of it. */
    public static void add(UnitOfWork stores, ResellerSupport before, ResellerSupport after, Instant now) {
        Pending pending = load(stores);
        List<Sweep> sweeps = new ArrayList<>(pending.sweeps());
        SupportBook book = SupportBook.of(after);
        sweeps.removeIf(Sweep::isOfPeopleAlone);
        sweeps.add(new Sweep(sweeps.size() < MOST ? SupportBook.of(before) : book, book, 0, now));
        sweeps.add(new Sweep(book, book, 0, now.plus(SETTLED)));
        save(stores, pending, sweeps);
    }

    /** No ticket has changed sides; others that were to begin need not, then. */
    private boolean isOfPeopleAlone() {
        return before.equals(after);
    }

    /** The one to go on with. */
    public static Optional<Sweep> next(UnitOfWork stores, Instant now) {
        return load(stores).sweeps().stream()
                .findFirst()
                .filter(sweep -> !sweep.notBefore().isAfter(now));
    }

    /** Notes how far the first one has come; no further means that it is done. */
    public static void goOn(UnitOfWork stores, Optional<Sweep> further) {
        Pending pending = load(stores);
        List<Sweep> sweeps = new ArrayList<>(pending.sweeps());
        sweeps.remove(0);
        further.ifPresent(sweep -> sweeps.add(0, sweep));
        save(stores, pending, sweeps);
    }

    public Sweep upTo(long ticket) {
        return new Sweep(before, after, ticket, notBefore);
    }

    private static Pending load(UnitOfWork stores) {
        return stores.documents()
                .find(DOCUMENT)
                .map(document -> new Pending(
                        document.version(),
                        Json.read(document.text(), Sweeps.class).sweeps()))
                .orElse(new Pending(0, List.of()));
    }

    private static void save(UnitOfWork stores, Pending pending, List<Sweep> sweeps) {
        stores.documents().save(new Document(DOCUMENT, pending.version() + 1, Json.write(new Sweeps(sweeps))));
    }

    /** As they are kept. */
    record Sweeps(List<Sweep> sweeps) {}

    private record Pending(long version, List<Sweep> sweeps) {}
}
