// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.ticket.TicketId;
import java.util.Map;

/**
 * What stands in the fields of an installation's own (G10). Gone with the ticket. Who changes one writes the ticket's next version in the same
 * unit, so that of two at once the second fails there.
 */
public interface FieldStore {
    /** Replaces what stood there; a ticket that is gone, or is not kept yet, is a {@link WriteConflict} at the latest on commit. */
    void set(TicketId ticket, FieldKey field, FieldValue value);

    /** Without effect where nothing stands. */
    void clear(TicketId ticket, FieldKey field);

    Map<FieldKey, FieldValue> of(TicketId ticket);
}
