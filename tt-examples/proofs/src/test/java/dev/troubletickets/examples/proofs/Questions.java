// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.ServerSetup;
import dev.troubletickets.examples.quickstart.PostOffice;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Stream;

/** The mails of the proofs, by number: each has a writer and words of its own, but every fifth, which replies to the one before it. */
final class Questions {
    private static final String WORDS = "This is mail ";

    /** By default two seconds, which a busy machine exceeds. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Questions() {}

    /** On ports that it is given when it starts. */
    static PostOffice postOffice() {
        return new PostOffice(Stream.of(ServerSetup.PROTOCOL_SMTP, ServerSetup.PROTOCOL_POP3)
                .map(protocol -> new ServerSetup(0, "127.0.0.1", protocol))
                .peek(setup -> setup.setServerStartupTimeout(PATIENCE.toMillis()))
                .toArray(ServerSetup[]::new));
    }

    static boolean isReply(int number) {
        return number % 5 == 0;
    }

    static String text(int number) {
        return WORDS + number;
    }

    static boolean isText(String text) {
        return text.startsWith(WORDS);
    }

    static void deliver(GreenMailUser mailbox, int from, int to) {
        for (int i = from; i <= to; i++) {
            boolean reply = isReply(i);
            int writer = reply ? i - 1 : i;
            String text = "From: writer" + writer + "@example.net\r\n"
                    + "To: support@example.com\r\n"
                    + "Subject: " + (reply ? "Re: " : "") + "Question " + writer + "\r\n"
                    + "Message-ID: <" + i + "@example.net>\r\n"
                    + (reply ? "In-Reply-To: <" + writer + "@example.net>\r\n" : "")
                    + "Content-Type: text/plain; charset=us-ascii\r\n\r\n"
                    + text(i) + "\r\n";
            try {
                mailbox.deliver(new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The one address a mail goes to. */
    static String recipient(Message message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
