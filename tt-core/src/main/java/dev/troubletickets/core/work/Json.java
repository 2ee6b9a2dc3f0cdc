// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.search.FieldSearch;
import dev.troubletickets.ticket.Holder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records to JSON and back. Unknown fields are refused, so that nothing is lost by reading and writing. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            // a technician or a department, a text or a number and so on, told apart by their fields
            .addMixIn(Holder.class, ByFields.class)
            .addMixIn(FieldValue.class, ByFields.class)
            .addMixIn(FieldSearch.class, ByFields.class)
            // by what it is, for most have no fields
            .addMixIn(BulkAction.class, ByName.class)
            // a record is its components; questions such as isActive() are derived from them
            .changeDefaultVisibility(visibility -> visibility.withIsGetterVisibility(Visibility.NONE))
            .addModule(ConditionJson.module())
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    private interface ByFields {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "action")
    private interface ByName {}

    private Json() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The same for people to read. */
    static String pretty(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** What was written before a field existed has the default's value there. */
    public static <T> T readOver(T defaults, String json, Class<T> type) {
        ObjectNode all = MAPPER.valueToTree(defaults);
        lay((ObjectNode) MAPPER.readTree(json), all);
        return MAPPER.treeToValue(all, type);
    }

    private static void lay(ObjectNode written, ObjectNode over) {
        written.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode inner && over.get(field.getKey()) instanceof ObjectNode below) {
                lay(inner, below);
            } else {
                over.set(field.getKey(), field.getValue());
            }
        });
    }
}
