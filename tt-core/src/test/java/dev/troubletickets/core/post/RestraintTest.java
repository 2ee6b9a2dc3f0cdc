// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.core.post.AutomaticMail.ToAddress;
import dev.troubletickets.settings.AutomaticMailLimits;
import dev.troubletickets.settings.AutomaticMailLimits.Limit;
import dev.troubletickets.spi.storage.OutboxStore.Automatic;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Which limit holds an automatic mail back, as a table would say it (D4). */
@Tag("D4")
class RestraintTest {
    @Property
    void aMailGoesOutExactlyWhileEachLimitThatHoldsForItHasRoom(
            @ForAll AutomaticMail mail,
            @ForAll @IntRange(max = 4) int toAddress,
            @ForAll @IntRange(max = 4) int ofTicket,
            @ForAll @IntRange(max = 4) int ofInstallation) {
        AutomaticMailLimits limits = new AutomaticMailLimits(10, 2, 3, 4);
        int room = mail.toAddress() == ToAddress.ONE ? 1 : mail.toAddress() == ToAddress.AS_SET ? 2 : Integer.MAX_VALUE;

        Optional<Limit> limit = Restraint.exceeded(limits, new Automatic(toAddress, ofTicket, ofInstallation), mail)
                .flatMap(Withheld::by);

        Optional<Limit> expected = toAddress >= room
                ? Optional.of(Limit.ADDRESS)
                : mail.isCounted() && ofTicket >= 3
                        ? Optional.of(Limit.TICKET)
                        : mail.isCounted() && ofInstallation >= 4 ? Optional.of(Limit.INSTALLATION) : Optional.empty();
        assertThat(limit).isEqualTo(expected);
    }
}
