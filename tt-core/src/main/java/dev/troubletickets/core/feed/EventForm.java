// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.feed;

import dev.troubletickets.core.work.Events;
import dev.troubletickets.core.work.Json;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.Field;
import dev.troubletickets.event.TicketEvent.FieldChanged;
import dev.troubletickets.event.TicketEvent.MessageEdited;
import dev.troubletickets.feed.Cursor;
import dev.troubletickets.feed.FeedEvent;
import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.storage.FeedStore.Placed;
import dev.troubletickets.spi.storage.HistoryEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines of histories as the feed tells them. */
final class EventForm {
    private EventForm() {}

    static FeedEvent of(Placed placed) {
        HistoryEntry entry = placed.entry();
        boolean stripped = entry.data().isEmpty();
        Optional<TicketEvent> event =
                stripped ? Optional.empty() : Optional.of(told(Events.read(entry.type(), entry.data())));
        Optional<Actor> actor = stripped ? Optional.empty() : Optional.of(entry.actor());
        Cursor cursor = new Cursor(placed.place());
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("version", EventSchema.version(entry.type()));
        form.put("type", entry.type());
        form.put("cursor", cursor.toString());
        form.put("at", entry.at().toString());
        form.put("ticket", entry.ticket().value());
        form.put("actor", actor.map(EventForm::actor).orElse(null));
        form.put("data", event.map(PlainForm::data).orElse(null));
        return new FeedEvent(cursor, entry.at(), entry.ticket(), entry.type(), actor, event, Json.write(form));
    }

    /** Without what staff write for staff alone, for what goes through the feed may go anywhere. */
    private static TicketEvent told(TicketEvent event) {
        if (event instanceof MessageEdited edited) {
            return new MessageEdited(edited.message(), "");
        }
        return event instanceof FieldChanged changed && changed.field() == Field.SUMMARY
                ? new FieldChanged(Field.SUMMARY, Optional.empty(), Optional.empty())
                : event;
    }

    private static Map<String, Object> actor(Actor actor) {
        Map<String, Object> form = new LinkedHashMap<>();
        if (actor instanceof Actor.Customer customer) {
            form.put("customer", customer.account().value());
        } else if (actor instanceof Actor.Sender sender) {
            form.put("sender", sender.address().value());
        } else if (actor instanceof Actor.Staff staff) {
            form.put("staff", staff.id().value());
        } else if (actor instanceof Actor.Reseller reseller) {
            form.put("reseller", reseller.id().value());
        } else {
            form.put("system", true);
        }
        return form;
    }
}
