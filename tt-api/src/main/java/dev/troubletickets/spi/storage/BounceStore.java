// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.view.Bounce;
import java.util.Collection;
import java.util.List;

/** Addresses that mails did not reach, one mark each; alike in any case of their letters. */
public interface BounceStore {
    /** In the place of the address' earlier mark. */
    void mark(Bounce bounce);

    /** Without effect on an address that has none. */
    void clear(EmailAddress address);

    /** The marks of those of the addresses that have one, by address. */
    List<Bounce> find(Collection<EmailAddress> addresses);

    /** The newest first; of equal time by address. */
    List<Bounce> latest(int limit);
}
