// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Envelope;
import dev.troubletickets.kit.Logged;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.Decrypted;
import dev.troubletickets.spi.encryption.DecryptedText;
import dev.troubletickets.spi.encryption.Decryption;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Inclusion;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What breaks over decrypted text, and repeats it in its failure, tells nobody of it (F2). */
@Tag("F2")
class QuotingFailuresTest extends BehaviourTest {
    private static final String ENTITY = "Content-Type: text/plain\n\nMy PIN is canary-4711.";
    private static final String TEXT = Envelope.seal(ENTITY) + "\nand\n" + Envelope.seal(ENTITY + " error");

    private final List<DecryptedText> opened = new ArrayList<>();

    @Override
    protected void wire(SupportCenter.Builder builder) {
        Decryption keys = new Envelope();
        builder.mail(InMemoryMail.with(breaking(InMemoryMail.create().format()), "memory"))
                .encryption((Decryption) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Decryption.class}, (proxy, method, given) -> {
                            Object result = method.invoke(keys, given);
                            if (result instanceof Decrypted found) {
                                found.text().show(QuotingFailuresTest::refuse);
                                opened.add(found.text());
                            }
                            return result;
                        }));
    }

    private static boolean refuse(CharSequence text) {
        if (text.toString().contains("reason")) {
            throw new CannotDecrypt(CannotDecrypt.Reason.MALFORMED, new IllegalStateException(text.toString()));
        }
        if (text.toString().contains("outage")) {
            throw new IllegalStateException(text.toString());
        }
        return true;
    }

    /** Repeats in its failure what it could not read. */
    private static MailFormat breaking(MailFormat format) {
        return (MailFormat) Proxy.newProxyInstance(
                QuotingFailuresTest.class.getClassLoader(),
                new Class<?>[] {MailFormat.class},
                (proxy, method, given) -> {
                    String text = given[0] instanceof byte[] raw ? new String(raw, StandardCharsets.UTF_8) : "";
                    if (text.contains("error")) {
                        throw new StackOverflowError();
                    }
                    if (text.contains("PIN")) {
                        throw new IllegalArgumentException(text, new IllegalArgumentException(text));
                    }
                    try {
                        return method.invoke(format, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void theBlockIsShownAsItIsAndNothingOfItIsLogged() {
        TicketId ticket = jane.open(NewTicket.of("PIN", Envelope.seal(ENTITY)));

        String log = Logged.during(() -> {
            try (Inclusion found =
                    anna.reveal(MessageId.publicMessage(ticket, 1)).get(0)) {
                assertThat(((Inclusion.Readable) found).text().<String>show(CharSequence::toString))
                        .isEqualTo(ENTITY);
            }
        });

        assertThat(log).contains("IllegalArgumentException").doesNotContain("canary");
    }

    @Test
    void aDecryptionThatBreaksIsAnOutageWithoutItsWords() {
        TicketId ticket = jane.open(NewTicket.of("PIN", Envelope.seal("canary-4711 outage")));
        TicketId other = jane.open(NewTicket.of("PIN", Envelope.seal("canary-4711 reason")));

        Unavailable failure =
                catchThrowableOfType(Unavailable.class, () -> anna.reveal(MessageId.publicMessage(ticket, 1)));

        assertThat(failure.what()).isEqualTo("encryption");
        assertThat(failure).hasNoCause().hasMessageNotContaining("canary");
        assertThat(anna.reveal(MessageId.publicMessage(other, 1)))
                .singleElement()
                .isInstanceOf(Inclusion.Unreadable.class);
    }

    @Test
    void noBlockStaysOpenWhereOneCannotBeGone() {
        TicketId ticket = jane.open(NewTicket.of("PIN", TEXT));

        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> anna.reveal(MessageId.publicMessage(ticket, 1)));

        assertThat(opened)
                .hasSize(2)
                .allSatisfy(text -> assertThatIllegalStateException().isThrownBy(() -> text.show(all -> all)));
    }
}
