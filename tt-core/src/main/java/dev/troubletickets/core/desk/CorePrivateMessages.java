// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.command.NewPrivateMessage;
import dev.troubletickets.desk.PrivateMessages;
import dev.troubletickets.messages.PrivateMessage;
import dev.troubletickets.messages.PrivateMessageId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.PrivateMessagePage;
import java.util.Optional;
import java.util.Set;

final class CorePrivateMessages extends StaffCalls implements PrivateMessages {
    CorePrivateMessages(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public PrivateMessageId send(NewPrivateMessage message) {
        return write((scope, staff) -> desks.privateMail.send(scope, staff, message));
    }

    @Override
    public PrivateMessagePage inbox(Optional<PageToken> from) {
        return read((scope, staff) -> desks.privateMail.inbox(scope, staff, from));
    }

    @Override
    public PrivateMessagePage sent(Optional<PageToken> from) {
        return read((scope, staff) -> desks.privateMail.sent(scope, staff, from));
    }

    @Override
    public long unread() {
        return read((scope, staff) -> desks.privateMail.unread(scope, staff));
    }

    @Override
    public PrivateMessage message(PrivateMessageId message) {
        return write((scope, staff) -> desks.privateMail.read(scope, staff, message));
    }

    @Override
    public void deleteReceived(Set<PrivateMessageId> messages) {
        run((scope, staff) -> desks.privateMail.deleteReceived(scope, staff, messages));
    }

    @Override
    public void deleteSent(Set<PrivateMessageId> messages) {
        run((scope, staff) -> desks.privateMail.deleteSent(scope, staff, messages));
    }
}
