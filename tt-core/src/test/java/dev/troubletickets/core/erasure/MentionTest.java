// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** A person's addresses in texts and mails (G12). */
@Tag("G12")
class MentionTest {
    private final Mention mention =
            new Mention(List.of(EmailAddress.of("jane@a.example"), EmailAddress.of("Žofie@b.example")));

    @Example
    void anAddressIsFoundWholeAndInAnyCase() {
        assertThat(mention.without("To: <Jane@A.example>, jane@a.example."))
                .isEqualTo("To: <erased@erased.invalid>, erased@erased.invalid.");
        assertThat(mention.isIn("žofie@B.example")).isTrue();
        assertThat(mention.isIn("mary-jane@a.example")).isFalse();
        assertThat(mention.isIn("jane@a.example.org")).isFalse();
        assertThat(mention.isIn("jane@a.examples")).isFalse();
        assertThat(mention.isIn("jane at a.example")).isFalse();
        assertThat(mention.isIn("@jane@a.example@")).isTrue();
    }

    @Example
    void theBytesOfAMailStayAsManyAndTheirLinesAsLong() {
        byte[] mail = "To: jane@a.example\r\n\r\nAsk ŽOFIE@b.example".getBytes(StandardCharsets.UTF_8);

        // bytes are compared by their letters of ASCII alone
        assertThat(new String(mention.without(mail), StandardCharsets.UTF_8))
                .isEqualTo("To: xxxx@xxxxxxxxx\r\n\r\nAsk ŽOFIE@b.example");
        assertThat(mention.isIn("Ask Žofie@b.example".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(mention.isIn("Ask žofie@B.EXAMPLE".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Example
    void ticketsAreNamedByTheirNumbers() {
        assertThat(Mention.tickets("as in #7, #12.\n#0 # #x #7 8 ##9"))
                .containsExactly(TicketId.of(7), TicketId.of(12), TicketId.of(9));
        assertThat(Mention.tickets("#12345678901234567890")).isEmpty();
    }

    @Property
    void nothingIsLeftAndNothingElseIsLost(@ForAll String before, @ForAll String after) {
        String around = before.replace('@', ' ') + " jane@a.example " + after.replace('@', ' ');

        String rest = mention.without(around);

        assertThat(mention.isIn(rest)).isFalse();
        assertThat(rest.replace("erased@erased.invalid", "jane@a.example")).isEqualTo(around);
    }

    @Property(tries = 200)
    void whatIsMaskedHasTheSameLength(@ForAll byte[] bytes) {
        assertThat(mention.without(bytes)).hasSameSizeAs(bytes);
        assertThat(mention.isIn(mention.without(bytes))).isFalse();
    }
}
