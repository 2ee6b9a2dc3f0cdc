// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.export;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.ExportColumn;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.view.StaffTicketRow;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a column says of a ticket: a text, a number, true or false, a list of texts, or nothing. */
final class Cells {
    private Cells() {}

    static @Nullable Object value(ExportColumn column, StaffTicketRow row) {
        return switch (column) {
            case NUMBER -> row.id().value();
            case SUBJECT -> row.subject();
            case REQUESTER -> row.requester().value();
            case ACCOUNT -> or(row.account().map(AccountId::value));
            case RESELLER -> or(row.reseller().map(ResellerId::value));
            case QUEUE -> row.queueName();
            case CATEGORY -> or(row.category());
            case STATUS -> row.status().name();
            case PRIORITY -> row.priority().value();
            case ASSIGNEE -> or(row.assignee().map(StaffId::value));
            case ASSIGNEE_NAME -> or(row.assigneeName());
            case STICKY -> row.sticky();
            case TAGS -> row.tags().stream().map(Tag::value).toList();
            case CHANNEL -> row.channel().name();
            case CREATED -> row.createdAt().toString();
            case MODIFIED -> row.modifiedAt().toString();
            case LAST_MESSAGE -> row.lastMessageAt().toString();
            case WAITING_SINCE -> or(row.waitingSince().map(Instant::toString));
            case WEIGHT -> row.weight();
            default -> mark(column, row);
        };
    }

    private static @Nullable Object mark(ExportColumn column, StaffTicketRow row) {
        return switch (column) {
            case URGENCY -> row.marks().urgency().name();
            case CHARACTERISTIC -> row.marks().characteristic().name();
            case GROUP -> or(row.marks().group());
            case BRAND -> or(row.marks().brand());
            default -> throw new IllegalStateException("no value for " + column);
        };
    }

    private static @Nullable Object or(Optional<String> text) {
        return text.orElse(null);
    }
}
