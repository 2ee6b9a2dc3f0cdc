// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Split;
import dev.troubletickets.command.Upload;
import dev.troubletickets.failure.SupportException;
import dev.troubletickets.feed.Cursor;
import dev.troubletickets.feed.EventFeed;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.EncryptedMail;
import dev.troubletickets.kit.Invariants;
import dev.troubletickets.kit.KeptWords;
import dev.troubletickets.kit.Keyring;
import dev.troubletickets.kit.Logged;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.kit.TestScanner;
import dev.troubletickets.people.Notice;
import dev.troubletickets.people.Secret;
import dev.troubletickets.search.Export;
import dev.troubletickets.search.Search;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.spi.encryption.AesGcmSealing;
import dev.troubletickets.spi.encryption.DecryptedText;
import dev.troubletickets.spi.encryption.PrivateKey;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.EncryptedFile;
import dev.troubletickets.view.Inclusion;
import dev.troubletickets.view.TicketSort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was encrypted, and what decrypts it, stands nowhere after all that people do with it: each secret is a word of its own (F2). */
@Tag("F2")
class SecretsCanaryTest extends BehaviourTest {
    /** Of every secret; no other word begins so. */
    private static final String SECRET = "qsecret";
    /** Of what may be seen, to tell that those who look through a place see what is there. */
    private static final String OPEN = "qopen";

    private static final Duration UNDO = Duration.ofSeconds(30);
    private static final String MIME = "Content-Type: multipart/mixed; boundary=\"=_m\"\r\n\r\n--=_m\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + SECRET + "mime\r\n--=_m\r\n"
            + "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=\"" + SECRET + "name.txt\"\r\n\r\n"
            + SECRET + "inside\r\n--=_m--\r\n";

    private final List<String> told = new ArrayList<>();
    private final List<String> revealed = new ArrayList<>();

    @Override
    protected void wire(SupportCenter.Builder builder) {
        builder.encryptionKeys(new Keyring())
                .sealing(AesGcmSealing.with(Secret.of((SECRET + "sealing" + "k".repeat(32)).substring(0, 32))))
                .scanner(new TestScanner());
    }

    @BeforeEach
    void giveKeys() {
        center.settings(s -> s.withAutoClose(AutoClose.never()).withUndoSend(UNDO));
        center.admin().encryptionKeys().importKey(Keyring.key("desk", SECRET + "passphrase"));
        jane.saveOwnPublicKey(Keyring.publicKey("jane"));
        kate.saveProfile(Cast.KATES_PROFILE.withNotices(Notice.values()));
    }

    @Test
    @Tag("C1")
    @Tag("C4")
    @Tag("G4")
    void noSecretStandsAnywhere() {
        String log = Logged.during(this::live);

        assertThat(revealed)
                .containsExactlyInAnyOrder(
                        SECRET + "block", SECRET + "mime", SECRET + "name.txt", SECRET + "file", SECRET + "answer");
        Map<String, String> places = places();
        assertThat(places)
                .allSatisfy((place, words) -> assertThat(words).as(place).contains(OPEN));
        places.put("logs", log);
        places.put("failures", String.join("\n", told));
        assertThat(log).contains("could not be looked through");
        assertThat(found(OPEN + "text")).isNotEmpty();
        assertThat(revealed).allSatisfy(word -> assertThat(found(word)).isEmpty());
        assertThat(places)
                .allSatisfy((place, words) -> assertThat(words).as(place).doesNotContain(SECRET));
    }

    private void live() {
        TicketId ticket = blocks();
        reveals(ticket);
        failures(ticket);
        answers(ticket);
        moves(ticket);
        center.run();
    }

    private TicketId blocks() {
        TicketId ticket = jane.open(NewTicket.of(
                        OPEN + "subject",
                        OPEN + "text\n" + block("block") + "\nand\n" + Keyring.sealed("desk", MIME) + "\n"
                                + Keyring.sealed("another", SECRET + "another"))
                .attach(file("plan.gpg", block("file")))
                .attach(file("virus.gpg", Keyring.sealed("desk", SECRET + " virus")))
                .attach(file("bomb.gpg", Keyring.sealed("desk", SECRET + " bomb")))
                .attach(file("bad.gpg", "no message")));
        kate.watching().watch(ticket);
        john.pickUp(ticket);
        return ticket;
    }

    private static String block(String word) {
        return Keyring.signed("desk", "jane", SECRET + word);
    }

    private static Upload file(String name, String content) {
        return Upload.of(name, "text/plain", content.getBytes(US_ASCII));
    }

    private void reveals(TicketId ticket) {
        MessageId message = MessageId.publicMessage(ticket, 1);
        anna.reveal(message).forEach(this::shown);
        try (EncryptedFile file = anna.reveal(new AttachmentId(message, 1))) {
            told.add(String.valueOf(file));
            revealed.add(
                    new String(((EncryptedFile.Readable) file).download().open().readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void shown(Inclusion inclusion) {
        told.add(String.valueOf(inclusion));
        if (inclusion instanceof Inclusion.Readable readable) {
            revealed.add(readable.text().show(CharSequence::toString));
            for (DecryptedText name : readable.files()) {
                revealed.add(name.show(CharSequence::toString));
            }
        }
        inclusion.close();
    }

    private void failures(TicketId ticket) {
        MessageId message = MessageId.publicMessage(ticket, 1);
        fails(() -> john.reveal(message));
        fails(() -> anna.reveal(new AttachmentId(message, 2)));
        fails(() -> anna.reveal(new AttachmentId(message, 3)));
        fails(() -> center.admin()
                .encryptionKeys()
                .importKey(new PrivateKey(Secret.of("private new " + SECRET), Secret.of(SECRET + "wrong"))));
        TestCenter other = center.anotherNode(builder -> builder.encryptionKeys(new Keyring())
                .sealing(AesGcmSealing.with(Secret.of("another key of 32 characters ..."))));
        fails(() -> other.anna().reveal(message));
        anna.reveal(new AttachmentId(message, 4)).close();
    }

    private void fails(ThrowingCallable call) {
        StringWriter trace = new StringWriter();
        assertThatThrownBy(call)
                .isInstanceOf(SupportException.class)
                .satisfies(failure -> failure.printStackTrace(new PrintWriter(trace)));
        told.add(trace.toString());
    }

    private void answers(TicketId ticket) {
        john.answer(
                ticket,
                Answer.of(john.quote(MessageId.publicMessage(ticket, 1)) + OPEN).keepOpen());
        leave();
        Answer secret = Answer.of(SECRET + "answer")
                .attach(file("code.txt", SECRET + "attached"))
                .encrypt()
                .keepOpen();
        ScheduledId held = john.answer(ticket, secret).orElseThrow();
        told.add(String.valueOf(anna.ticket(ticket)));
        john.scheduling().takeBack(held);
        john.answer(ticket, secret);
        leave();
        MessageId answer = MessageId.publicMessage(ticket, 3);
        anna.editMessage(ticket, answer, OPEN + "\n[secured information 1]");
        anna.reveal(answer).forEach(this::shown);
        anna.reveal(new AttachmentId(answer, 1)).close();
    }

    private void leave() {
        center.after(UNDO);
        center.run();
        center.run();
    }

    private void moves(TicketId ticket) {
        center.after(Duration.ofHours(1));
        john.change(ticket, Edit.subject(OPEN + "changed"));
        TicketId other = jane.open(NewTicket.of("Another", OPEN));
        anna.linking().merge(other, ticket);
        anna.linking().split(ticket, Split.into(Split.Part.of("Apart", MessageId.publicMessage(ticket, 3))));
    }

    private Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("storage", String.join("\n", KeptWords.of(center.storage())));
        places.put(
                "mails", center.mail().sent().stream().map(EncryptedMail::raw).collect(joining("\n")));
        places.put(
                "feed",
                center.center().events().read(Cursor.start(), EventFeed.MOST).events().stream()
                        .map(event -> event.json() + event)
                        .collect(joining("\n")));
        places.put("exports", exported(Export.csv()) + exported(Export.json()));
        List<TicketId> tickets = center.storage().read(Invariants::allTickets).stream()
                .map(TicketData::id)
                .toList();
        places.put(
                "pages",
                tickets.stream()
                        .map(id -> anna.ticket(id) + "\n" + jane.ticket(id))
                        .collect(joining("\n")));
        return places;
    }

    private List<?> found(String word) {
        return anna.search()
                .find(Search.everything().text(word), TicketSort.ascending(TicketSort.Column.ID), Optional.empty())
                .tickets();
    }

    private String exported(Export form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        anna.search().export(Search.everything(), form, out, written -> true);
        return out.toString(UTF_8);
    }
}
