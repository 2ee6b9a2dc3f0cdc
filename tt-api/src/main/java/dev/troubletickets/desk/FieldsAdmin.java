// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.fields.CustomField;
import dev.troubletickets.fields.SavedFields;
import java.util.List;

/**
 * The fields that this installation's tickets have of its own (G10). Needs the permission {@code SETTINGS}, else throws {@link
 * dev.troubletickets.failure.NotPermitted}.
 */
public interface FieldsAdmin {
    /** In the order of their forms. */
    List<CustomField> all();

    /**
     * Replaces all. What stands in a field that is no longer among them is kept, unseen, and is seen again when the field comes back; what
     * stands in a field and is no longer one of its choices stays.
     *
     * @throws dev.troubletickets.failure.Invalid {@code fields}, if one stands twice or names a queue or category that does not exist, or if
     *     the type of a field is another than before
     * @throws dev.troubletickets.failure.OverLimit for more than 50 {@code fields}
     */
    void save(List<CustomField> fields);

    /** The fields, with the mark to save others in place of them by. */
    SavedFields saved();

    /**
     * Replaces all, unless somebody has saved others since these were {@linkplain #saved read}.
     *
     * @throws dev.troubletickets.failure.NotPermitted with {@code SAVED_BY_ANOTHER} then
     * @throws dev.troubletickets.failure.Invalid as {@link #save(List)}
     */
    void save(SavedFields edited);
}
