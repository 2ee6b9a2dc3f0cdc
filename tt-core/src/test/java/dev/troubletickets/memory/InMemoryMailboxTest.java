// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.contract.mail.MailboxContract;
import dev.troubletickets.spi.mail.MailUnavailable;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.mail.Mailbox.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryMailboxTest implements MailboxContract {
    private final InMemoryMail mail = InMemoryMail.create();

    @Override
    public Mailbox mailbox() {
        return mail.mailboxes().get(0);
    }

    @Override
    public void deliver(byte[] raw) {
        mail.deliver(raw);
    }

    @Test
    void aMailboxThatIsDownCannotBeOpened() {
        mail.mailbox().unavailable(true);
        assertThatThrownBy(() -> mailbox().open()).isInstanceOf(MailUnavailable.class);
        mail.mailbox().unavailable(false);
        mailbox().open().close();
    }

    @Test
    void aConnectionThatBreaksBeforeItIsClosedDeletesNothing() {
        deliver(new byte[] {'x'});
        Session session = mailbox().open();
        session.delete(List.of(session.list().get(0).uid()));
        mail.mailbox().breakAfter(0);
        assertThatThrownBy(session::close).isInstanceOf(MailUnavailable.class);
        assertThat(mail.mailbox().size()).isEqualTo(1);
    }
}
