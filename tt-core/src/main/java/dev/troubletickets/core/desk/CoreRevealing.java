// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.encryption.CustomerKeys;
import dev.troubletickets.core.ticket.Case;
import dev.troubletickets.core.ticket.Inclusions;
import dev.troubletickets.event.TicketEvent.InclusionsRevealed;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.EncryptionKeyStore.KeyData;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.view.Inclusion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Encrypted blocks in plain text, for one technician: told in the history before anything is decrypted (F2). */
final class CoreRevealing extends StaffCalls {
    CoreRevealing(Desks desks, StaffId id) {
        super(desks, id);
    }

    List<Inclusion> reveal(MessageId message, UnaryOperator<Inclusions> choice) {
        List<KeyData> keys = new ArrayList<>();
        List<String> signers = new ArrayList<>();
        Inclusions wanted = write((scope, staff) -> {
            MessageData found = desks.downloads.message(scope, staff, message);
            staff.require(Permission.REVEAL);
            keys.clear();
            signers.clear();
            keys.addAll(desks.keys.toReadWith(scope.stores()));
            Case ticket = desks.desk.take(scope, staff, found.shownIn());
            signers.addAll(CustomerKeys.signers(scope, ticket.data().header().account()));
            Inclusions inclusions = choice.apply(Inclusions.of(found));
            ticket.happened(new InclusionsRevealed(message, inclusions.wanted()))
                    .save(staff.actor());
            return inclusions;
        });
        return wanted.reveal(desks.keys.open(keys), signers);
    }
}
