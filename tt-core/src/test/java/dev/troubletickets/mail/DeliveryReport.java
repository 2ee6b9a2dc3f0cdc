// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A mail server's word on one recipient (RFC 3464).
 *
 * @param original the Message-ID of the mail it is about
 */
public record DeliveryReport(String original, String recipient, String action, String status) {
    public byte[] bytes() {
        return """
            From: Mail Delivery System <MAILER-DAEMON@mx.example>
            Return-Path: <>
            Subject: Undelivered Mail Returned to Sender
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            It could not be delivered.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; %s
            Action: %s
            Status: %s

            --b
            Content-Type: text/rfc822-headers

            Message-ID: %s

            --b--
            """.formatted(recipient, action, status, original)
                .replace("\n", "\r\n")
                .getBytes(UTF_8);
    }
}
