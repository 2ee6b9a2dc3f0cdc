// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static dev.troubletickets.mail.WinmailBuilder.CODE_PAGE;
import static dev.troubletickets.mail.WinmailBuilder.MESSAGE_PROPERTIES;
import static dev.troubletickets.mail.WinmailBuilder.binary;
import static dev.troubletickets.mail.WinmailBuilder.le;
import static dev.troubletickets.mail.WinmailBuilder.object;
import static dev.troubletickets.mail.WinmailBuilder.packed;
import static dev.troubletickets.mail.WinmailBuilder.properties;
import static dev.troubletickets.mail.WinmailBuilder.unicode;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

class WinmailPropertyTest {
    private static final byte[] CONTENT = {1, 2, 3};

    /** Bytes of a pack, changed and cut anywhere, never fail; whatever is said to be huge is not made. */
    @Property(tries = 1_000)
    @Tag("D10")
    void noDamageFails(
            @ForAll @IntRange(max = 2_000) int at, @ForAll byte value, @ForAll @IntRange(max = 2_000) int cut)
            throws LimitExceeded {
        byte[] pack = new WinmailBuilder()
                .attribute(CODE_PAGE, Arrays.copyOf(le(1252), 8))
                .file("a", CONTENT, unicode(0x3707, "a long name"), object(0x3701, CONTENT))
                .attribute(
                        MESSAGE_PROPERTIES,
                        properties(binary(0x1009, packed("{\\rtf1\\u8364 ? \\'e4}")), unicode(0x1000, "x")))
                .bytes();
        pack[6 + at % (pack.length - 6)] = value;
        byte[] damaged = Arrays.copyOf(pack, pack.length - cut % (pack.length / 2));
        byte[] mail = WinmailBuilder.mail(damaged).getBytes(ISO_8859_1);
        assertThat(new MimeFormat().parse(mail, MailLimits.defaults()).contentDigest())
                .hasSize(64);
    }
}
