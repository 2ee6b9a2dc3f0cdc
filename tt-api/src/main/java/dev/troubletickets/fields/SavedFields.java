// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.fields;

import java.util.List;

/**
 * Fields with the mark by which they are saved.
 *
 * @param version rises with every save; 0 before the first
 */
public record SavedFields(long version, List<CustomField> fields) {
    public SavedFields {
        fields = List.copyOf(fields);
    }

    /** Other fields, to be saved in place of these. */
    public SavedFields with(List<CustomField> changed) {
        return new SavedFields(version, changed);
    }
}
