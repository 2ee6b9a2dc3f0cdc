// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.WorkingTime;
import dev.troubletickets.spi.storage.TicketData;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days and moments as a language writes them, in the zone of the working time of the ticket's queue, else in UTC. */
public final class Dates {
    private Dates() {}

    /** Such as <i>9 March 2026</i>. */
    static String day(Instant at, Scope scope, TicketData ticket, Locale language) {
        return at.atZone(zone(scope, ticket))
                .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language));
    }

    /** Such as <i>9 March 2026, 14:30 (Europe/Vienna)</i>. */
    public static String moment(Instant at, Scope scope, TicketData ticket, Locale language) {
        return moment(at, zone(scope, ticket), language);
    }

    /** The same of what belongs to no queue. */
    public static String moment(Instant at, Locale language) {
        return moment(at, ZoneOffset.UTC, language);
    }

    private static String moment(Instant at, ZoneId zone, Locale language) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language);
        String name = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
        return at.atZone(zone).format(format) + " (" + name + ")";
    }

    private static ZoneId zone(Scope scope, TicketData ticket) {
        return scope.installation()
                .find(ticket.state().queue())
                .map(Queue::settings)
                .flatMap(settings -> settings.workingTime())
                .map(WorkingTime::zone)
                .orElse(ZoneOffset.UTC);
    }
}
