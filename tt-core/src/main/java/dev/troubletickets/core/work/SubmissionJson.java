// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.Handling;
import dev.troubletickets.settings.SubmissionRule;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Rules on submission as people write them: {@code {"name": "…", "condition": {…}, "then": {"queue": 3, "assignee": "john", "priority": 80,
 * "weight": 30, "tags": ["vip"], "hold": true, "reply": "…"}, "stop": true}}. A reply in several languages is {@code {"text": "…", "translations":
 * {"de": "…"}}}.
 */
final class SubmissionJson {
    private SubmissionJson() {}

    static SubmissionRule read(String where, JsonNode node) {
        return Fields.of(where, node, "name", "condition", "then", "stop")
                .make(rule -> new SubmissionRule(
                        rule.text("name"),
                        rule.one("condition", ConditionJson::read),
                        rule.has("then") ? rule.one("then", SubmissionJson::handling) : Handling.nothing(),
                        rule.flag("stop", false)));
    }

    static Map<String, Object> written(SubmissionRule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", rule.name());
        fields.put("condition", rule.condition());
        fields.put("then", written(rule.then()));
        fields.put("stop", rule.stop());
        return fields;
    }

    private static Handling handling(String where, JsonNode node) {
        return Fields.of(where, node, "queue", "assignee", "priority", "weight", "tags", "hold", "reply")
                .make(then -> new Handling(
                        part(then, "queue", f -> QueueId.of(f.number("queue"))),
                        part(then, "assignee", f -> StaffId.of(f.text("assignee"))),
                        part(then, "priority", f -> Priority.of(f.integer("priority"))),
                        then.has("weight") ? then.integer("weight") : 0,
                        part(then, "tags", SubmissionJson::tags).orElse(Set.of()),
                        then.flag("hold", false),
                        part(then, "reply", f -> f.one("reply", SubmissionJson::wording))));
    }

    /** One text for all, or one with translations. */
    private static Wording wording(String where, JsonNode node) {
        if (!node.isObject()) {
            return Wording.of(Fields.string(where, node));
        }
        return Fields.of(where, node, "text", "translations")
                .make(words -> new Wording(
                        words.text("text"), words.has("translations") ? words.textsByName("translations") : Map.of()));
    }

    private static Set<Tag> tags(Fields then) {
        return then.texts("tags").stream().map(Tag::of).collect(Collectors.toSet());
    }

    private static <T> Optional<T> part(Fields then, String name, Function<Fields, T> read) {
        return then.has(name) ? Optional.of(read.apply(then)) : Optional.empty();
    }

    private static Object written(Wording words) {
        return words.translations().isEmpty()
                ? words.text()
                : Map.of("text", words.text(), "translations", new TreeMap<>(words.translations()));
    }

    private static Map<String, Object> written(Handling then) {
        Map<String, Object> fields = new LinkedHashMap<>();
        then.queue().ifPresent(id -> fields.put("queue", id.value()));
        then.assignee().ifPresent(id -> fields.put("assignee", id.value()));
        then.priority().ifPresent(priority -> fields.put("priority", priority.value()));
        if (then.weight() != 0) {
            fields.put("weight", then.weight());
        }
        if (!then.tags().isEmpty()) {
            List<String> tags = then.tags().stream().map(Tag::value).toList();
            fields.put("tags", tags);
        }
        if (then.hold()) {
            fields.put("hold", true);
        }
        then.reply().ifPresent(words -> fields.put("reply", written(words)));
        return fields;
    }
}
