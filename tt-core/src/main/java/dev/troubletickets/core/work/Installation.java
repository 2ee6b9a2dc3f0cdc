// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.core.due.Terms;
import dev.troubletickets.fields.CustomField;
import dev.troubletickets.settings.Announcement;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.ResellerSupport;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings, queues, rules, fields, announcements, the offer to resellers and on what terms queues answer, as they were read together; at most seconds old. */
public record Installation(
        Settings settings,
        List<Queue> queues,
        Rulebook rulebook,
        List<CustomField> fields,
        List<Announcement> announcements,
        ResellerSupport support,
        Map<QueueId, Terms> terms) {
    public Installation {
        queues = List.copyOf(queues);
        fields = List.copyOf(fields);
        announcements = List.copyOf(announcements);
        terms = Map.copyOf(terms);
    }

    /** On what terms the queue answers (B9). */
    public Terms terms(QueueId queue) {
        return terms.getOrDefault(queue, Terms.none(queue));
    }

    public Optional<Queue> find(QueueId id) {
        return queues.stream().filter(queue -> queue.id().equals(id)).findFirst();
    }

    public Queue defaultQueue() {
        return queues.stream()
                .filter(Queue::isDefault)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no queue is the default"));
    }

    public String queueName(QueueId id) {
        return find(id).map(Queue::name).orElse("");
    }
}
