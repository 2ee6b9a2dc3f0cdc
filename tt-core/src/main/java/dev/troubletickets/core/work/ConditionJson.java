// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.failure.Invalid;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Conditions as people write them: {@code {"all": […]}}, {@code {"any": […]}}, {@code {"not": {…}}}, {@code {"fact": "plan", "is":
 * ["Gold"]}}, {@code {"fact": "spending", "at_least": 1000}}, {@code {"fact": "subject", "contains": "urgent"}}.
 */
public final class ConditionJson {
    private static final String[] FIELDS = {"all", "any", "not", "fact", "is", "at_least", "contains"};

    private ConditionJson() {}

    /** For records that hold conditions or facts. */
    static JacksonModule module() {
        return new SimpleModule("conditions")
                .addSerializer(Fact.class, new FactWriter())
                .addDeserializer(Fact.class, new FactReader())
                .addSerializer(Condition.class, new Writer())
                .addDeserializer(Condition.class, new Reader());
    }

    /** @throws Invalid if it is none, and says where */
    public static Condition read(String where, JsonNode node) {
        return read(where, node, 1);
    }

    private static Condition read(String where, JsonNode node, int level) {
        if (level > Condition.DEEPEST) {
            throw new Invalid(where, "a condition is at most " + Condition.DEEPEST + " levels deep");
        }
        Fields fields = Fields.of(where, node, FIELDS);
        List<String> given = Stream.of(FIELDS).filter(fields::has).toList();
        Fields.Element<Condition> part = (place, inner) -> read(place, inner, level + 1);
        return fields.make(f -> switch (String.join(" ", given)) {
            case "all" -> new Condition.All(f.list("all", part));
            case "any" -> new Condition.Any(f.list("any", part));
            case "not" -> new Condition.Not(f.one("not", part));
            case "fact is" -> new Condition.Is(fact(f), new LinkedHashSet<>(f.texts("is")));
            case "fact at_least" -> new Condition.AtLeast(fact(f), f.number("at_least"));
            case "fact contains" -> new Condition.Contains(fact(f), f.text("contains"));
            default ->
                throw new Invalid(where, "is one of all, any, not; or a fact with one of is, at_least, contains");
        });
    }

    private static Fact fact(Fields fields) {
        String key = fields.text("fact");
        return Fact.ofKey(key)
                .orElseThrow(() -> new Invalid(fields.where() + ".fact", "there is no fact " + Fields.shown(key)));
    }

    private static Map<String, Object> written(Condition condition) {
        List<Map<String, Object>> parts =
                condition.parts().stream().map(ConditionJson::written).toList();
        if (condition instanceof Condition.All) {
            return Map.of("all", parts);
        }
        if (condition instanceof Condition.Any) {
            return Map.of("any", parts);
        }
        if (condition instanceof Condition.Not) {
            return Map.of("not", parts.get(0));
        }
        return leaf(condition);
    }

    private static Map<String, Object> leaf(Condition condition) {
        if (condition instanceof Condition.Is is) {
            return test(is.fact(), "is", List.copyOf(is.values()));
        }
        if (condition instanceof Condition.AtLeast atLeast) {
            return test(atLeast.fact(), "at_least", atLeast.number());
        }
        Condition.Contains contains = (Condition.Contains) condition;
        return test(contains.fact(), "contains", contains.words());
    }

    private static Map<String, Object> test(Fact fact, String test, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("fact", fact.key());
        fields.put(test, value);
        return fields;
    }

    private static final class Writer extends ValueSerializer<Condition> {
        @Override
        public void serialize(Condition value, JsonGenerator generator, SerializationContext context) {
            context.writeValue(generator, written(value));
        }
    }

    private static final class Reader extends ValueDeserializer<Condition> {
        @Override
        public Condition deserialize(JsonParser parser, DeserializationContext context) {
            return read("condition", context.readTree(parser));
        }
    }

    /** By its key, which stays, and not by its name in sentences. */
    private static final class FactWriter extends ValueSerializer<Fact> {
        @Override
        public void serialize(Fact value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value.key());
        }
    }

    private static final class FactReader extends ValueDeserializer<Fact> {
        @Override
        public Fact deserialize(JsonParser parser, DeserializationContext context) {
            return Fact.ofKey(parser.getString()).orElseThrow(() -> new Invalid("fact", "there is no such fact"));
        }
    }
}
