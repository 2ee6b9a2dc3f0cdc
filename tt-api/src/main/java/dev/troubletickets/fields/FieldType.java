// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.fields;

/** What can stand in a field. */
public enum FieldType {
    /** One line. */
    TEXT,
    /** Up to four decimal places. */
    NUMBER,
    /** A day. */
    DATE,
    /** One of the field's choices. */
    CHOICE,
    YES_NO
}
