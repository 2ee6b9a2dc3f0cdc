// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.OutgoingMail;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.mail.ParsedMail.Part;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.AttachmentView;
import dev.troubletickets.view.MailHtml;
import dev.troubletickets.view.SafeHtml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Staff can have a message as its mail laid it out, read anew from the original. */
@Tag("D10")
class MailHtmlTest extends MailTest {
    private final Expect expect = Expect.in(center);
    private InMemoryMail post;

    @Override
    protected void wire(SupportCenter.Builder builder) {
        post = InMemoryMail.with(new WithHtml(), "html");
        builder.mail(post);
    }

    @Test
    void aMessageThatCameAsHtmlIsShownWithTheFilesItNames() {
        TicketId ticket = arrived("html");
        AttachmentView logo =
                anna.ticket(ticket).messages().get(0).attachments().get(0);

        MailHtml html = anna.html(first(ticket)).orElseThrow();
        assertThat(html.html().html()).isEqualTo("laid out");
        assertThat(html.inline()).isEqualTo(Map.of("logo@x", logo.id()));
    }

    @Test
    void aMessageThatDidNotHasNone() {
        assertThat(anna.html(first(arrived("plain")))).isEmpty();
        TicketId typed = center.opened();
        assertThat(anna.html(first(typed))).isEmpty();
    }

    @Test
    void whatIsNotThereHasNone() {
        TicketId ticket = arrived("html");

        expect.notFound("message", () -> anna.html(MessageId.publicMessage(ticket, 99)));
        expect.notFound("ticket", () -> anna.html(MessageId.publicMessage(TicketId.of(99), 1)));
    }

    private TicketId arrived(String text) {
        post.deliver(InboundMail.from(MARY).text(text).bytes());
        center.run();
        return tickets().get(tickets().size() - 1).id();
    }

    private static MessageId first(TicketId ticket) {
        return MessageId.publicMessage(ticket, 1);
    }

    /** The plain form, in which a word stands for a mail in HTML with a picture. */
    private static final class WithHtml implements MailFormat {
        private final MailFormat plain = InMemoryMail.create().format();

        private static boolean isHtml(byte[] raw) {
            return new String(raw, UTF_8).contains("\r\n\r\nhtml");
        }

        @Override
        public Optional<SafeHtml> html(byte[] raw, MailLimits limits) {
            return isHtml(raw) ? Optional.of(new SafeHtml(List.of(new SafeHtml.Text("laid out")))) : Optional.empty();
        }

        @Override
        public ParsedMail parse(byte[] raw, MailLimits limits) throws LimitExceeded {
            ParsedMail mail = plain.parse(raw, limits);
            List<Part> files = new ArrayList<>(mail.attachments());
            if (isHtml(raw)) {
                files.add(new Part("logo.png", "image/png", new byte[] {1}, Optional.of("logo@x")));
            }
            return new ParsedMail(
                    mail.messageId(),
                    mail.references(),
                    mail.from(),
                    mail.recipients(),
                    mail.subject(),
                    mail.text(),
                    files,
                    mail.headers(),
                    mail.report(),
                    mail.contentDigest());
        }

        @Override
        public byte[] compose(OutgoingMail mail) {
            return plain.compose(mail);
        }

        @Override
        public byte[] composeContent(OutgoingMail mail) {
            return plain.composeContent(mail);
        }

        @Override
        public byte[] composeEncrypted(OutgoingMail mail, String armored) {
            return plain.composeEncrypted(mail, armored);
        }
    }
}
