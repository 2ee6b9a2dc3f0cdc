// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Mail in by POP3 and IMAP, out by SMTP; the messages of strangers made readable. */
module dev.troubletickets.mail {
    requires static org.jspecify;
    requires transitive dev.troubletickets.api;
    requires jakarta.mail;
    requires org.eclipse.angus.mail;
    requires apache.mime4j.core;
    requires org.jsoup;
    requires com.github.albfernandez.juniversalchardet;

    exports dev.troubletickets.mail;
}
