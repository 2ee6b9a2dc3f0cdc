// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.core.files.FileRoom;
import dev.troubletickets.core.files.Retry;
import dev.troubletickets.failure.SupportException;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.spi.storage.Storage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs use cases in units of work. A use case that comes second is run again from the start, on what the first one left. */
public final class Work {
    private final Storage storage;
    private final Clock clock;
    private final Installations installations;
    private final People people;
    private final FileRoom files;
    private final Consumer<Scope> beforeCommit;

    /**
     * @param files where those that a unit refers to are kept before it
     * @param beforeCommit runs at the end of each unit that writes, as its part
     */
    public Work(
            Storage storage, Clock clock, Settings first, People people, FileRoom files, Consumer<Scope> beforeCommit) {
        this.storage = storage;
        this.clock = clock;
        this.people = people;
        this.files = files;
        this.beforeCommit = beforeCommit;
        this.installations = new Installations(storage, clock);
        again(() -> storage.write(stores -> {
            Installations.bootstrap(stores, first);
            return true;
        }));
    }

    public <T> T write(Function<Scope, T> useCase) {
        return files.with(hand -> again(() -> {
            Installation installation = installations.current();
            return storage.write(stores -> run(useCase, new Scope(stores, now(), installation, people, hand)));
        }));
    }

    public <T> T read(Function<Scope, T> useCase) {
        return again(() -> {
            Installation installation = installations.current();
            return storage.read(stores -> useCase.apply(new Scope(stores, now(), installation, people, files.none())));
        });
    }

    /** A change of settings or queues: made on what is in force now, and in force on this node when it returns. */
    public <T> T administer(Function<Scope, T> useCase) {
        try {
            return again(() -> storage.write(stores ->
                    run(useCase, new Scope(stores, now(), Installations.load(stores), people, files.none()))));
        } finally {
            installations.forget();
        }
    }

    private <T> T run(Function<Scope, T> useCase, Scope scope) {
        T result = useCase.apply(scope);
        beforeCommit.accept(scope);
        return result;
    }

    /** The clock's instant, as exact as every storage keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T again(Supplier<T> unit) {
        return Retry.again(unit, installations::forget);
    }

    /** The failure as the caller is to see it. */
    static SupportException unavailable(String what, RuntimeException cause) {
        return cause instanceof SupportException failure
                ? failure
                : new Unavailable(what, "it failed with " + cause.getClass().getSimpleName(), cause);
    }
}
