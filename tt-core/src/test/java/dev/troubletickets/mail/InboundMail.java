// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.spi.mail.ParsedMail;
import java.util.ArrayList;
import java.util.List;

/** A mail as somebody's program writes it; each copy with a header more. */
public record InboundMail(String from, String to, String subject, String text, List<String> headers) {
    /** From this address to the support address, with a subject, a line of text and no headers besides. */
    public static InboundMail from(String address) {
        return new InboundMail(address, TestCenter.SUPPORT, "Mail bounces", "All my mail bounces.", List.of());
    }

    public InboundMail to(String value) {
        return new InboundMail(from, value, subject, text, headers);
    }

    public InboundMail subject(String value) {
        return new InboundMail(from, to, value, text, headers);
    }

    public InboundMail text(String value) {
        return new InboundMail(from, to, subject, value, headers);
    }

    public InboundMail header(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name + ": " + value);
        return new InboundMail(from, to, subject, text, more);
    }

    public InboundMail id(String messageId) {
        List<String> others = new ArrayList<>(headers);
        others.removeIf(header -> header.startsWith("Message-ID:"));
        return new InboundMail(from, to, subject, text, others).header("Message-ID", messageId);
    }

    public InboundMail references(String... ids) {
        return header("References", String.join(" ", ids));
    }

    /** As mail programs reply: the subject with Re:, the id and all its ancestors. */
    public InboundMail replyTo(ParsedMail mail) {
        List<String> ancestors = new ArrayList<>();
        for (String id : mail.references()) {
            ancestors.add(0, id);
        }
        ancestors.add(mail.messageId().orElseThrow());
        return subject("Re: " + mail.subject())
                .header("In-Reply-To", mail.messageId().get())
                .references(ancestors.toArray(String[]::new));
    }

    public byte[] bytes() {
        StringBuilder mail = new StringBuilder();
        mail.append("From: ").append(from).append("\r\nTo: ").append(to).append("\r\n");
        headers.forEach(header -> mail.append(header).append("\r\n"));
        mail.append("Subject: ").append(subject).append("\r\n\r\n");
        return mail.append(text.replace("\n", "\r\n")).append("\r\n").toString().getBytes(UTF_8);
    }
}
