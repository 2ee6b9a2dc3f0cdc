// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.mail;

import static dev.troubletickets.contract.mail.Mails.BOSS;
import static dev.troubletickets.contract.mail.Mails.DESK;
import static dev.troubletickets.contract.mail.Mails.JANE;
import static dev.troubletickets.contract.mail.Mails.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailTransport;
import dev.troubletickets.spi.mail.MailTransport.Envelope;
import dev.troubletickets.spi.mail.MailTransport.Result;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a transport says is what happened. */
public interface MailTransportContract {
    byte[] MAIL = lines("To: someone.else@x.example", "Subject: Hello", "", ".", "..two", "text");

    MailTransport transport();

    Server server();

    /** The server that the transport talks to, in the hands of the test. */
    interface Server {
        /** The next sending meets this. */
        void next(Trouble trouble, EmailAddress... recipients);

        /** What was taken over, in order. */
        List<Delivered> delivered();
    }

    /** @param sender empty for the null return path */
    record Delivered(String sender, List<String> recipients, byte[] message) {}

    /** Ways in which a server can disappoint. */
    enum Trouble {
        /** Says never (5xx) to the recipients named, and takes the mail for the others. */
        REFUSES_RECIPIENTS,
        /** Says not now (4xx) to the recipients named, and takes the mail for the others. */
        DEFERS_RECIPIENTS,
        /** Says not now (4xx) to everything. */
        DEFERS,
        /** Says never (5xx) to everything. */
        REJECTS,
        /** Cannot be reached. */
        IS_DOWN,
        /** Breaks the connection after the end of the message, without a word. */
        DROPS_AFTER_MESSAGE
    }

    @Test
    @Tag("D8")
    default void anAcceptedMailIsWithTheServerAsItWas() {
        assertThat(send(DESK, JANE, BOSS)).isEqualTo(Result.Accepted.byAll());
        assertThat(server().delivered()).singleElement().satisfies(mail -> {
            assertThat(mail.sender()).isEqualTo("support@desk.example");
            assertThat(mail.recipients()).containsExactly("jane@customer.example", "boss@customer.example");
            assertThat(mail.message()).isEqualTo(MAIL);
        });
    }

    @Test
    @Tag("D4")
    default void aNullReturnPathIsKept() {
        assertThat(transport().send(new Envelope(Optional.empty(), List.of(JANE)), MAIL))
                .isInstanceOf(Result.Accepted.class);
        assertThat(server().delivered()).extracting(Delivered::sender).containsExactly("");
    }

    @Test
    @Tag("D8")
    default void refusedRecipientsAreNamedAndTheOthersGetTheirMail() {
        server().next(Trouble.REFUSES_RECIPIENTS, JANE);
        Result result = send(DESK, JANE, BOSS);
        assertThat(result).isInstanceOfSatisfying(Result.Accepted.class, accepted -> {
            assertThat(accepted.refused()).containsOnlyKeys(JANE);
            assertThat(accepted.deferred()).isEmpty();
        });
        assertThat(server().delivered())
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipients()).containsExactly("boss@customer.example"));
    }

    @Test
    @Tag("D8")
    default void recipientsNotTakenNowAreNamedApartFromThoseRefusedForGood() {
        server().next(Trouble.DEFERS_RECIPIENTS, JANE);
        assertThat(send(DESK, JANE, BOSS)).isInstanceOfSatisfying(Result.Accepted.class, accepted -> {
            assertThat(accepted.deferred()).containsOnlyKeys(JANE);
            assertThat(accepted.refused()).isEmpty();
        });
        assertThat(send(DESK, JANE)).as("later").isEqualTo(Result.Accepted.byAll());
        assertThat(server().delivered())
                .extracting(Delivered::recipients)
                .containsExactly(List.of("boss@customer.example"), List.of("jane@customer.example"));
    }

    @Test
    @Tag("D8")
    default void ifNoRecipientIsTakenNowTheMailIsDeferred() {
        server().next(Trouble.DEFERS_RECIPIENTS, JANE, BOSS);
        assertThat(send(DESK, JANE, BOSS)).isInstanceOf(Result.Deferred.class);
        assertThat(server().delivered()).isEmpty();
    }

    @Test
    @Tag("D8")
    default void ifEveryRecipientIsRefusedTheMailIsRejected() {
        server().next(Trouble.REFUSES_RECIPIENTS, JANE, BOSS);
        assertThat(send(DESK, JANE, BOSS)).isInstanceOf(Result.Rejected.class);
        assertThat(server().delivered()).isEmpty();
    }

    @Test
    @Tag("D8")
    default void notNowIsDeferred() {
        server().next(Trouble.DEFERS);
        assertThat(send(DESK, JANE)).isInstanceOf(Result.Deferred.class);
        assertThat(server().delivered()).isEmpty();
        assertThat(send(DESK, JANE)).isInstanceOf(Result.Accepted.class);
    }

    @Test
    @Tag("D8")
    default void neverIsRejected() {
        server().next(Trouble.REJECTS);
        assertThat(send(DESK, JANE)).isInstanceOf(Result.Rejected.class);
    }

    @Test
    @Tag("D8")
    default void aServerThatIsDownDefers() {
        server().next(Trouble.IS_DOWN);
        assertThat(send(DESK, JANE)).isInstanceOf(Result.Deferred.class);
        assertThat(send(DESK, JANE)).isInstanceOf(Result.Accepted.class);
    }

    @Test
    @Tag("D8")
    default void lostAfterTheEndOfTheMessageIsUncertain() {
        server().next(Trouble.DROPS_AFTER_MESSAGE);
        assertThat(send(DESK, JANE)).isInstanceOf(Result.Uncertain.class);
    }

    private Result send(EmailAddress sender, EmailAddress... recipients) {
        return transport().send(new Envelope(Optional.of(sender), List.of(recipients)), MAIL);
    }
}
