// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Encrypted messages as MIME has them (RFC 3156). */
@Tag("F2")
class PgpMimeTest {
    private static final String ARMOR =
            "-----BEGIN PGP MESSAGE-----\nVersion: GnuPG v2\n\nhQGMA7\n=aBcD\n-----END PGP MESSAGE-----";

    private static String mail(String type, String encoding, String block) {
        return "From: Jane <jane@example.com>\r\nSubject: Log-in\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: " + type + "; boundary=\"b\"\r\n\r\n"
                + "--b\r\nContent-Type: application/pgp-encrypted\r\nContent-Description: PGP/MIME version identification\r\n"
                + "\r\nVersion: 1\r\n\r\n"
                + "--b\r\nContent-Type: application/octet-stream; name=\"encrypted.asc\"\r\n"
                + "Content-Disposition: inline; filename=\"encrypted.asc\"\r\n"
                + "Content-Transfer-Encoding: " + encoding + "\r\n\r\n"
                + block + "\r\n\r\n--b--\r\n";
    }

    private static ParsedMail parsed(String mail) throws LimitExceeded {
        return new MimeFormat().parse(mail.getBytes(StandardCharsets.ISO_8859_1), MailLimits.defaults());
    }

    @Test
    void theBlockIsTheTextAndNothingIsAFile() throws LimitExceeded {
        ParsedMail mail = parsed(mail(
                "multipart/encrypted; protocol=\"application/pgp-encrypted\"", "7bit", ARMOR.replace("\n", "\r\n")));

        assertThat(mail.text()).isEqualTo(ARMOR);
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void aServerThatMadeItAnOrdinaryMultipartChangesNothing() throws LimitExceeded {
        String packed = Base64.getMimeEncoder().encodeToString(ARMOR.getBytes(StandardCharsets.US_ASCII));

        ParsedMail mail = parsed(mail("multipart/mixed", "base64", packed));

        assertThat(mail.text()).isEqualTo(ARMOR);
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void whatIsNoBlockStaysAFile() throws LimitExceeded {
        ParsedMail mail =
                parsed(mail("multipart/encrypted; protocol=\"application/pgp-encrypted\"", "7bit", "not a block"));

        assertThat(mail.text()).isEmpty();
        assertThat(mail.attachments())
                .extracting(ParsedMail.Part::type)
                .containsExactly("application/pgp-encrypted", "application/octet-stream");
    }

    @Test
    void aBlockBeyondTheLimitOfTextsIsAFile() throws LimitExceeded {
        String large = ARMOR.replace(
                "hQGMA7",
                "hQGM".repeat(MailLimits.defaults().textCharacters() / 4).replaceAll("(.{64})", "$1\r\n"));

        ParsedMail mail = parsed(mail("multipart/encrypted; protocol=\"application/pgp-encrypted\"", "7bit", large));

        assertThat(mail.text()).isEmpty();
        assertThat(mail.attachments()).hasSize(2);
    }
}
