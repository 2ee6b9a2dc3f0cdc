// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.core.access.Roots;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;

/** Corrects what staff have said (A16). What came from the customer's side stays as it came. */
public final class EditMessage {
    private EditMessage() {}

    public static void edit(Scope scope, Viewer.Staff staff, Case ticket, MessageId id, String text) {
        staff.require(Permission.EDIT_MESSAGES);
        MessageText.require("text", text);
        MessageData message = scope.stores()
                .conversations()
                .find(id)
                .filter(found -> Roots.ofStaff(scope, found.shownIn())
                        .filter(root -> root.id().equals(ticket.id()))
                        .isPresent())
                .orElseThrow(() -> new NotFound("message"));
        if (message.kind() != MessageKind.ANSWER && message.kind() != MessageKind.NOTE) {
            throw new NotPermitted(Refusal.CUSTOMERS_WORDS);
        }
        String corrected = Inclusions.restored(message.text(), text);
        Allowance.text(scope.settings().limits(), corrected);
        if (!message.text().equals(corrected)) {
            ticket.correct(message, corrected).save(staff.actor());
        }
    }
}
