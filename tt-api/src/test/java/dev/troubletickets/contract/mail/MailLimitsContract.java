// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.mail;

import static dev.troubletickets.contract.mail.Mails.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.troubletickets.command.Upload;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.OutgoingMail;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every limit holds and says its name. */
public interface MailLimitsContract {
    MailFormat format();

    @Test
    @Tag("D10")
    default void bytesAreLimited() throws LimitExceeded {
        byte[] raw = format().compose(mail("s", "t"));
        format().parse(raw, new MailLimits(raw.length, 10_000, 10, 10, 10_000));
        assertThat(exceeded(raw, new MailLimits(raw.length - 1L, 10_000, 10, 10, 10_000)))
                .isEqualTo("bytes");
    }

    @Test
    @Tag("D10")
    default void headerBytesAreLimitedForOneFieldAndForAll() {
        MailLimits limits = new MailLimits(1_000_000, 2_000, 10, 10, 10_000);
        assertThat(exceeded(Mails.lines("X: " + "x".repeat(3_000), "", "t"), limits))
                .isEqualTo("headerBytes");
        assertThat(exceeded(Mails.lines("X: 12345678901234567890\r\n".repeat(100) + "Y: z", "", "t"), limits))
                .isEqualTo("headerBytes");
    }

    @Test
    @Tag("D10")
    default void partsAreLimited() {
        Upload[] files = IntStream.range(0, 30)
                .mapToObj(i -> Upload.of(i + ".txt", "text/plain", new byte[] {1}))
                .toArray(Upload[]::new);
        OutgoingMail mail = mail("s", "t", files);
        assertThat(exceeded(format().compose(mail), new MailLimits(1_000_000, 10_000, 20, 10, 10_000)))
                .isEqualTo("parts");
    }

    @Test
    @Tag("D10")
    default void charactersOfTextAreLimited() throws LimitExceeded {
        MailLimits limits = new MailLimits(1_000_000, 10_000, 10, 10, 100);
        assertThat(format().parse(format().compose(mail("s", "x".repeat(100))), limits)
                        .text())
                .hasSize(100);
        assertThat(exceeded(format().compose(mail("s", "x".repeat(101))), limits))
                .isEqualTo("textCharacters");
    }

    private String exceeded(byte[] raw, MailLimits limits) {
        return catchThrowableOfType(LimitExceeded.class, () -> format().parse(raw, limits))
                .limit();
    }
}
