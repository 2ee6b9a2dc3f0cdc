// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.storage.DocumentStore.Document;
import dev.troubletickets.spi.storage.Storage;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A unit of work sees at least what was committed before each of its statements, not only before its first. */
public interface FreshnessContract extends StorageUnderTest {
    /** A storage may run units one after the other; then nobody commits meanwhile, however long one waits. */
    int MOST_MILLIS = 1_500;

    @Test
    default void aUnitThatReadsSeesWhatIsCommittedMeanwhile() throws Exception {
        seesWhatIsCommittedMeanwhile(storage()::read);
    }

    @Test
    default void aUnitThatWritesSeesWhatIsCommittedMeanwhile() throws Exception {
        seesWhatIsCommittedMeanwhile(storage()::write);
    }

    private void seesWhatIsCommittedMeanwhile(Function<Storage.Work<Boolean>, Boolean> unitOfWork) throws Exception {
        write().documents().save(new Document("settings", 1, "before"));
        CountDownLatch looked = new CountDownLatch(1);
        CountDownLatch committed = new CountDownLatch(1);
        List<Boolean> fresh = Race.of(2, number -> {
            if (number == 0) {
                return unitOfWork.apply(unit -> {
                    assertThat(unit.documents().find("settings").orElseThrow().version())
                            .isEqualTo(1);
                    looked.countDown();
                    boolean elsewhere = isReached(committed, MOST_MILLIS);
                    return !elsewhere
                            || unit.documents().find("settings").orElseThrow().version() == 2;
                });
            }
            boolean first = isReached(looked, 60_000);
            write().documents().save(new Document("settings", 2, "meanwhile"));
            committed.countDown();
            return first;
        });

        assertThat(fresh).containsOnly(true);
    }

    private static boolean isReached(CountDownLatch latch, int mostMillis) {
        try {
            return latch.await(mostMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
