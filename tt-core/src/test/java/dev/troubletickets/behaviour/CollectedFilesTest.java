// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Upload;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.FileData;
import dev.troubletickets.spi.storage.FileData.Scan;
import dev.troubletickets.spi.storage.FileData.Stage;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.TicketId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bytes are kept once, as long as something refers to them, and no longer (F3, A11). */
@Tag("F3")
class CollectedFilesTest extends BehaviourTest {
    private static final byte[] BYTES = "hello, world".getBytes(UTF_8);
    private static final Upload LOG = Upload.of("log.txt", "text/plain", BYTES);
    private static final Duration A_DAY = Duration.ofDays(1).plusMinutes(1);

    @Test
    void theSameBytesAreKeptOnceWhateverTheyAreCalled() {
        TicketId one = jane.open(form().attach(LOG));
        TicketId other = mary.open(form().attach(Upload.of("other.log", "text/plain", BYTES)));

        assertThat(blob(one)).isEqualTo(blob(other));
        assertThat(blob(one).sha256()).isEqualTo("09ca7e4eaa6e8ae9c7d261167129184883644d07dfba7cbfbc4c8a2e08360d5b");
    }

    @Test
    @Tag("A11")
    void theBytesGoWithTheLastTicketThatHasThem() {
        TicketId one = jane.open(form().attach(LOG));
        TicketId other = mary.open(form().attach(LOG));
        BlobKey bytes = blob(one);

        anna.delete(one);
        center.run();
        assertThat(isKept(bytes)).isTrue();
        assertThat(download(other)).isEqualTo(BYTES);

        anna.delete(other);
        center.run();
        assertThat(isKept(bytes)).isFalse();
        assertThat(isKnown(bytes)).isFalse();
    }

    @Test
    void bytesThatComeAgainAfterTheyWentAreThere() {
        TicketId ticket = jane.open(form().attach(LOG));
        anna.delete(ticket);
        center.run();

        assertThat(download(jane.open(form().attach(LOG)))).isEqualTo(BYTES);
        center.after(A_DAY);
        center.run();
        assertThat(download(jane.open(form().attach(LOG)))).isEqualTo(BYTES);
    }

    @Test
    void whatAnAttemptLeftBehindIsTakenAwayAfterADay() throws IOException {
        BlobKey half = unreferenced(Stage.COMING);
        BlobKey whole = unreferenced(Stage.THERE);

        center.run();
        assertThat(List.of(half, whole)).allMatch(this::isKept);
        center.after(A_DAY);
        center.run();
        assertThat(List.of(half, whole)).noneMatch(this::isKept);
    }

    @Test
    void whatIsOnItsWayOutWhenANodeDiesIsTakenAwayByTheNext() throws IOException {
        BlobKey going = unreferenced(Stage.THERE);
        center.storage()
                .write(unit -> unit.files().condemn(going, clock.instant().plus(A_DAY)));

        center.run();

        assertThat(isKept(going)).isFalse();
        assertThat(isKnown(going)).isFalse();
    }

    @Test
    void whoMayNotActLeavesNoFile() {
        TicketId janes = center.opened();

        assertThat(catchThrowable(() -> mary.reply(janes, Reply.of("Hi").attach(LOG))))
                .isInstanceOf(NotFound.class);
        assertThat(catchThrowable(() -> john.answer(janes, Answer.of("Hi").attach(LOG))))
                .isNotNull();

        List<BlobKey> left = center.storage()
                .read(unit -> unit.files().unused(clock.instant().plus(A_DAY), 10));
        assertThat(left).isEmpty();
    }

    @Test
    @Tag("G8")
    void anAnswerThatIsHeldHasItsFileUntilItLeavesAndAfter() {
        center.settings(s -> s.withUndoSend(Duration.ofSeconds(30)));
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("See the log.").attach(LOG));

        center.after(Duration.ofSeconds(31));
        center.run();
        center.after(A_DAY);
        center.run();

        var into = new ByteArrayOutputStream();
        jane.download(jane.ticket(ticket).messages().get(1).attachments().get(0).id())
                .to(into);
        assertThat(into.toByteArray()).isEqualTo(BYTES);
    }

    @Test
    @Tag("G8")
    void anAnswerThatIsTakenBackLeavesNoFileAndCanBeGivenAgain() {
        center.settings(s -> s.withUndoSend(Duration.ofSeconds(30)));
        TicketId ticket = center.taken();
        ScheduledId held =
                john.answer(ticket, Answer.of("See the log.").attach(LOG)).orElseThrow();
        BlobKey bytes = center.storage()
                .read(unit -> unit.schedule().of(ticket))
                .get(0)
                .files()
                .get(0);

        Answer again = john.scheduling().takeBack(held);
        center.run();
        assertThat(isKept(bytes)).isFalse();

        john.answer(ticket, again);
        center.after(Duration.ofSeconds(31));
        assertThat(center.sent())
                .anyMatch(mail ->
                        mail.attachments().stream().anyMatch(part -> java.util.Arrays.equals(part.content(), BYTES)));
    }

    private BlobKey unreferenced(Stage stage) throws IOException {
        BlobKey key = BlobKey.of("ab".repeat(32), stage.ordinal());
        center.storage().write(unit -> {
            unit.files().add(new FileData(key, BYTES.length, clock.instant(), Stage.COMING, Scan.WAITING, null));
            return stage == Stage.COMING || unit.files().there(key, Scan.CLEAN, clock.instant());
        });
        center.storage().blobs().put(key, BYTES.length, new ByteArrayInputStream(BYTES));
        return key;
    }

    private boolean isKnown(BlobKey key) {
        return center.storage().read(unit -> unit.files().find(key).isPresent());
    }

    private boolean isKept(BlobKey key) {
        return center.storage()
                .blobs()
                .open(key)
                .map(bytes -> {
                    try (bytes) {
                        return true;
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .orElse(false);
    }

    private BlobKey blob(TicketId ticket) {
        return center.storage()
                .read(unit -> unit.conversations().allMessages(ticket))
                .get(0)
                .attachments()
                .get(0)
                .blob();
    }

    private byte[] download(TicketId ticket) {
        var into = new ByteArrayOutputStream();
        anna.download(anna.ticket(ticket).messages().get(0).attachments().get(0).id())
                .to(into);
        return into.toByteArray();
    }

    private static NewTicket form() {
        return NewTicket.of("Log", "See the file.");
    }
}
