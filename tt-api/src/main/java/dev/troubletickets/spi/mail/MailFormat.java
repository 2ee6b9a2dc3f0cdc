// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.mail;

import dev.troubletickets.view.SafeHtml;
import java.util.Optional;

/** Reads and writes messages (RFC 5322, MIME). Both ways are pure functions of their input. */
public interface MailFormat {
    /**
     * Makes the most of any bytes: broken structure is no error, and where no body can be found the whole is the text.
     *
     * @throws LimitExceeded if the message goes beyond one of the limits
     */
    ParsedMail parse(byte[] raw, MailLimits limits) throws LimitExceeded;

    /**
     * The HTML of the message, if it has any, without all that a browser would run or load. Of alternatives that which {@link #parse}
     * has not read, too.
     *
     * @throws LimitExceeded if the message goes beyond one of the limits
     */
    Optional<SafeHtml> html(byte[] raw, MailLimits limits) throws LimitExceeded;

    /** The bytes to send; header values were checked when the mail's parts were made. */
    byte[] compose(OutgoingMail mail);

    /** Text and files of the mail as a MIME entity of its own, without the fields that address it: what is to be encrypted. */
    byte[] composeContent(OutgoingMail mail);

    /**
     * The mail with what was encrypted in place of its text and files (RFC 3156 section 4).
     *
     * @param armored the encrypted entity, in ASCII armor
     */
    byte[] composeEncrypted(OutgoingMail mail, String armored);

    /** Names the limit that a message exceeds. */
    final class LimitExceeded extends Exception {
        private static final long serialVersionUID = 1L;

        private final String limit;

        public LimitExceeded(String limit, long allowed) {
            super(limit + " exceeded: at most " + allowed);
            this.limit = limit;
        }

        /** The name of the component of {@link MailLimits}. */
        public String limit() {
            return limit;
        }
    }
}
