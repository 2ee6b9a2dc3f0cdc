// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.mail;

import dev.troubletickets.contract.mail.DeliveryReportContract;
import dev.troubletickets.contract.mail.HeaderInjectionContract;
import dev.troubletickets.contract.mail.MailDigestContract;
import dev.troubletickets.contract.mail.MailFormatContract;
import dev.troubletickets.contract.mail.MailLimitsContract;
import dev.troubletickets.spi.mail.MailFormat;

class PlainMailFormatTest
        implements MailFormatContract,
                MailDigestContract,
                MailLimitsContract,
                HeaderInjectionContract,
                DeliveryReportContract {
    @Override
    public MailFormat format() {
        return new PlainMailFormat();
    }
}
