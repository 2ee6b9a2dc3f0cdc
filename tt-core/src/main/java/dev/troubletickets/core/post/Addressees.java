// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.core.encryption.Encryptor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Erased;
import dev.troubletickets.spi.storage.TicketData;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * To whom an answer goes: the requester, and who is in CC; to whom was erased nothing (G12).
 *
 * @param to empty if there is nobody
 * @param unable those in CC who could not read what is encrypted, and are not to get it (F2)
 */
record Addressees(List<EmailAddress> to, List<EmailAddress> cc, List<EmailAddress> unable) {
    static Addressees of(TicketData ticket, Optional<Encryptor> encryptor) {
        EmailAddress requester = ticket.header().requester();
        Set<EmailAddress> cc = new LinkedHashSet<>(ticket.header().cc());
        cc.remove(requester);
        List<EmailAddress> able = new ArrayList<>();
        List<EmailAddress> unable = new ArrayList<>();
        cc.forEach(address ->
                (encryptor.isEmpty() || encryptor.get().readers().contains(address) ? able : unable).add(address));
        return requester.equals(Erased.ADDRESS)
                ? new Addressees(able, List.of(), unable)
                : new Addressees(List.of(requester), able, unable);
    }
}
