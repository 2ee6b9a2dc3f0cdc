// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.search;

import dev.troubletickets.failure.Invalid;
import java.util.Arrays;
import java.util.Locale;

/** What an export can tell of a ticket (C4): all that a row of a staff list shows, and nothing of its conversation. */
public enum ExportColumn {
    NUMBER,
    SUBJECT,
    REQUESTER,
    ACCOUNT,
    RESELLER,
    /** By name. */
    QUEUE,
    CATEGORY,
    STATUS,
    PRIORITY,
    /** By id. */
    ASSIGNEE,
    /** By full name, where there is a profile. */
    ASSIGNEE_NAME,
    STICKY,
    /** With spaces between in CSV, a list in JSON. */
    TAGS,
    CHANNEL,
    CREATED,
    MODIFIED,
    LAST_MESSAGE,
    WAITING_SINCE,
    WEIGHT,
    URGENCY,
    CHARACTERISTIC,
    GROUP,
    BRAND;

    /** As it stands at the head of the column, such as {@code last_message}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The column of that title, as a form sends it.
     *
     * @throws Invalid if there is none such
     */
    public static ExportColumn of(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new Invalid("columns", "one of them is unknown"));
    }
}
