// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.SHA256;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.coming;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.FileData;
import dev.troubletickets.spi.storage.FileData.Scan;
import dev.troubletickets.spi.storage.FileData.Stage;
import dev.troubletickets.spi.storage.FileStore;
import dev.troubletickets.spi.storage.WriteConflict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is known of files, from their coming to their going (F3). */
@Tag("F3")
public interface FileStoreContract extends StorageUnderTest {
    @Test
    default void aFileThatIsToComeIsKnownAsItWasAdded() {
        FileData file = new FileData(key(1), Integer.MAX_VALUE + 1L, START, Stage.COMING, Scan.WAITING, null);
        files().add(file);

        assertThat(read().files().find(file.key())).contains(file);
        assertThat(read().files().find(key(2))).isEmpty();
    }

    @Test
    default void aKeyIsAddedOnce() {
        files().add(coming(key(1), 1));

        assertThatThrownBy(() -> files().add(coming(key(1), 2))).isInstanceOf(WriteConflict.class);
        assertThat(file(key(1)).size()).isEqualTo(1);
    }

    @Test
    default void manyAreFoundInTheOrderAskedForWhateverTheirStage() {
        List<BlobKey> keys = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            keys.add(0, key(i));
            files().add(coming(key(i), i));
        }
        going(key(7));
        files().there(key(8), Scan.CLEAN, START);
        keys.add(3, key(99));
        keys.add(key(8));

        List<FileData> found = read().files().find(keys);

        keys.remove(key(99));
        assertThat(found).extracting(FileData::key).isEqualTo(keys);
        assertThat(read().files().find(List.of())).isEmpty();
        assertThat(read().files().find(List.of(key(99)))).isEmpty();
    }

    @Test
    default void aFileIsThereOnceAllOfItHasCome() {
        files().add(coming(key(1), 7));

        assertThat(files().there(key(1), Scan.CLEAN, minutes(3))).isTrue();

        assertThat(file(key(1))).isEqualTo(new FileData(key(1), 7, minutes(3), Stage.THERE, Scan.CLEAN, null));
    }

    @Test
    default void aFileThatIsThereKeepsWhatAScanHasTold() {
        files().add(coming(key(1), 7));
        files().there(key(1), Scan.WAITING, START);
        files().scanned(key(1), Scan.INFECTED, Optional.of("a virus"));

        assertThat(files().there(key(1), Scan.WAITING, minutes(3))).isTrue();

        assertThat(file(key(1))).isEqualTo(new FileData(key(1), 7, minutes(3), Stage.THERE, Scan.INFECTED, "a virus"));
    }

    @Test
    default void aFileThatGoesOrIsGoneDoesNotCome() {
        files().add(coming(key(1), 7));
        going(key(1));

        assertThat(files().there(key(1), Scan.CLEAN, minutes(99))).isFalse();
        assertThat(files().there(key(2), Scan.CLEAN, minutes(99))).isFalse();
        assertThat(file(key(1)).stage()).isEqualTo(Stage.GOING);
    }

    @Test
    default void onlyAFileThatIsAllThereCanBeWanted() {
        files().add(coming(key(1), 7));
        assertThat(files().want(key(1), minutes(1))).as("coming").isFalse();
        files().there(key(1), Scan.INFECTED, minutes(2));
        assertThat(files().want(key(1), minutes(5))).isTrue();
        assertThat(file(key(1))).isEqualTo(new FileData(key(1), 7, minutes(5), Stage.THERE, Scan.INFECTED, null));
        assertThat(files().want(key(1), minutes(5)))
                .as("at the same time again")
                .isTrue();

        going(key(1));
        assertThat(files().want(key(1), minutes(6))).as("going").isFalse();
        assertThat(files().want(key(2), minutes(6))).as("not there").isFalse();
        assertThat(file(key(1)).wanted()).isEqualTo(minutes(5));
    }

    @Test
    default void aFileIsFoundByItsContentOnceItIsThere() {
        files().add(coming(key(1), 7));
        assertThat(withContent(7)).as("coming").isEmpty();
        files().there(key(1), Scan.WAITING, START);

        assertThat(withContent(7)).map(FileData::key).contains(key(1));
        assertThat(withContent(8)).as("of another size").isEmpty();
        assertThat(read().files().withContent("f".repeat(64), 7))
                .as("of other bytes")
                .isEmpty();
        going(key(1));
        assertThat(withContent(7)).as("going").isEmpty();
    }

    @Test
    default void ofSeveralWithAContentTheOneIsFoundOfWhichAScanHasTold() {
        for (int i = 0; i < 6; i++) {
            files().add(coming(key(i), 7));
            files().there(key(i), Scan.WAITING, START);
        }
        files().scanned(key(2), Scan.CLEAN, Optional.empty());
        assertThat(withContent(7)).map(FileData::key).contains(key(2));
        files().scanned(key(4), Scan.INFECTED, Optional.of("a virus"));
        assertThat(withContent(7)).as("the worst").map(FileData::key).contains(key(4));
        going(key(4));
        assertThat(withContent(7)).map(FileData::key).contains(key(2));
    }

    @Test
    default void whatAScanHasToldIsKept() {
        BlobKey key = keptFile(7);
        assertThat(files().scanned(key, Scan.INFECTED, Optional.of(UNICODE))).isTrue();
        assertThat(file(key)).isEqualTo(new FileData(key, 7, START, Stage.THERE, Scan.INFECTED, UNICODE));

        assertThat(files().scanned(key, Scan.CLEAN, Optional.empty())).isTrue();
        assertThat(file(key)).isEqualTo(new FileData(key, 7, START, Stage.THERE, Scan.CLEAN, null));

        going(key);
        assertThat(files().scanned(key, Scan.INFECTED, Optional.of("late"))).isFalse();
        assertThat(files().scanned(key(99), Scan.CLEAN, Optional.empty())).isFalse();
        assertThat(file(key).scan()).isEqualTo(Scan.CLEAN);
    }

    @Test
    default void thoseWaitingForAScanComeInTheOrderInWhichTheyWereWanted() {
        for (int i = 0; i < 8; i++) {
            files().add(coming(key(i), 1));
        }
        for (int i = 1; i < 8; i++) {
            files().there(key(i), Scan.WAITING, minutes(100 - i));
        }
        going(key(3));
        files().scanned(key(4), Scan.CLEAN, Optional.empty());
        files().scanned(key(5), Scan.INFECTED, Optional.of("a virus"));

        assertThat(read().files().waiting(10))
                .extracting(FileData::key)
                .containsExactly(key(7), key(6), key(2), key(1));
        assertThat(read().files().waiting(2)).extracting(FileData::key).containsExactly(key(7), key(6));
        assertThat(read().files().waiting(1)).containsExactly(file(key(7)));
    }

    @Test
    default void thoseThatNothingRefersToAreUnusedOnceNobodyHasWantedThemForLong() {
        files().add(new FileData(key(1), 1, minutes(1), Stage.COMING, Scan.WAITING, null));
        for (int i = 2; i <= 4; i++) {
            files().add(coming(key(i), 1));
            files().there(key(i), Scan.CLEAN, minutes(i));
        }
        going(key(3));

        assertThat(unused(minutes(1))).isEmpty();
        assertThat(unused(minutes(2))).containsExactly(key(1));
        assertThat(unused(minutes(5))).containsExactlyInAnyOrder(key(1), key(2), key(4));
        assertThat(read().files().unused(minutes(5), 2)).hasSize(2);
        files().want(key(2), minutes(9));
        assertThat(unused(minutes(5))).containsExactlyInAnyOrder(key(1), key(4));
    }

    @Test
    default void aFileIsCondemnedThatNobodyHasWantedForLong() {
        BlobKey there = keptFile(1);
        files().add(coming(key(1), 1));

        assertThat(files().condemn(there, START)).as("wanted at that time").isFalse();
        assertThat(files().condemn(there, START.minusSeconds(1)))
                .as("wanted later")
                .isFalse();
        assertThat(file(there).stage()).isEqualTo(Stage.THERE);
        assertThat(files().condemn(there, START.plusNanos(1000))).isTrue();
        assertThat(files().condemn(key(1), minutes(1)))
                .as("coming for too long")
                .isTrue();
        assertThat(file(there)).isEqualTo(new FileData(there, 1, START, Stage.GOING, Scan.CLEAN, null));

        assertThat(files().condemn(there, minutes(1))).as("going").isFalse();
        assertThat(files().condemn(key(2), minutes(1))).as("gone").isFalse();
    }

    @Test
    default void whatGoesIsListedUntilItIsForgotten() {
        BlobKey stays = keptFile(1);
        List<BlobKey> go = List.of(keptFile(1), keptFile(1), keptFile(1));
        go.forEach(this::going);

        assertThat(read().files().going(10)).containsExactlyInAnyOrderElementsOf(go);
        assertThat(read().files().going(2)).hasSize(2);
        files().remove(go.get(0));
        assertThat(read().files().going(10)).containsExactlyInAnyOrderElementsOf(go.subList(1, 3));
        assertThat(read().files().find(go.get(0))).isEmpty();
        assertThat(read().files().find(stays)).isPresent();
        files().remove(go.get(0));
    }

    @Test
    default void whatAFailedUnitDidIsNotKnown() {
        BlobKey there = keptFile(1);
        FileData before = file(there);

        assertThatThrownBy(() -> run(unit -> {
                    unit.files().add(coming(key(1), 1));
                    unit.files().want(there, minutes(9));
                    unit.files().scanned(there, Scan.INFECTED, Optional.of("a virus"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(read().files().find(key(1))).isEmpty();
        assertThat(file(there)).isEqualTo(before);
    }

    private FileStore files() {
        return write().files();
    }

    private FileData file(BlobKey key) {
        return read().files().find(key).orElseThrow();
    }

    private Optional<FileData> withContent(long size) {
        return read().files().withContent(SHA256, size);
    }

    private List<BlobKey> unused(Instant before) {
        return read().files().unused(before, 10);
    }

    private void going(BlobKey key) {
        assertThat(files().condemn(key, minutes(100_000))).isTrue();
    }

    private static BlobKey key(int mark) {
        return BlobKey.of(SHA256, -1L - mark);
    }
}
