// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.failure.Invalid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object that somebody wrote by hand, read field by field. Whatever cannot be taken is {@link Invalid}, and says where:
 * {@code rules.submission[2].if.all[0].fact}.
 */
public final class Fields {
    private final String where;
    private final JsonNode node;

    private Fields(String where, JsonNode node) {
        this.where = where;
        this.node = node;
    }

    /** @throws Invalid if it is no object, or has a field of another name */
    public static Fields of(String where, JsonNode node, String... known) {
        if (!node.isObject()) {
            throw new Invalid(where, "is not an object");
        }
        Set<String> names = Arrays.stream(known).collect(Collectors.toSet());
        node.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Invalid(where, "has no field " + shown(name) + ", but " + String.join(", ", known));
                });
        return new Fields(where, node);
    }

    public String where() {
        return where;
    }

    public boolean has(String name) {
        return node.has(name);
    }

    public String text(String name) {
        return string(at(name), needed(name));
    }

    public long number(String name) {
        JsonNode value = needed(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new Invalid(at(name), "is not a whole number");
        }
        return value.longValue();
    }

    public int integer(String name) {
        long number = number(name);
        if (number != (int) number) {
            throw new Invalid(at(name), "is too large a number");
        }
        return (int) number;
    }

    public boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!needed(name).isBoolean()) {
            throw new Invalid(at(name), "is neither true nor false");
        }
        return needed(name).booleanValue();
    }

    public List<String> texts(String name) {
        return list(name, Fields::string);
    }

    /** Texts by names of any sort. */
    Map<String, String> textsByName(String name) {
        JsonNode value = needed(name);
        if (!value.isObject()) {
            throw new Invalid(at(name), "is not an object");
        }
        Map<String, String> all = new LinkedHashMap<>();
        value.properties()
                .forEach(text ->
                        all.put(text.getKey(), string(at(name) + "." + shown(text.getKey()), text.getValue())));
        return all;
    }

    /** Each element read by its place and itself. */
    public <T> List<T> list(String name, Element<T> element) {
        JsonNode value = needed(name);
        if (!value.isArray()) {
            throw new Invalid(at(name), "is not a list");
        }
        List<T> all = new ArrayList<>();
        for (JsonNode each : value) {
            all.add(element.read(at(name) + "[" + all.size() + "]", each));
        }
        return all;
    }

    public <T> T one(String name, Element<T> element) {
        return element.read(at(name), needed(name));
    }

    /** Makes something of the fields; what its own checks refuse is refused here. */
    public <T> T make(Function<Fields, T> maker) {
        try {
            return maker.apply(this);
        } catch (IllegalArgumentException e) {
            throw new Invalid(where, Optional.ofNullable(e.getMessage()).orElse("cannot be taken"));
        }
    }

    /** Reads a value at a place. */
    @FunctionalInterface
    public interface Element<T> {
        T read(String where, JsonNode value);
    }

    private String at(String name) {
        return where + "." + name;
    }

    private JsonNode needed(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw new Invalid(at(name), "is missing");
        }
        return value;
    }

    static String string(String where, JsonNode value) {
        if (!value.isString()) {
            throw new Invalid(where, "is not a text");
        }
        return value.stringValue();
    }

    /** A stranger's word in a message: short, in one line. */
    static String shown(String word) {
        String cut = word.length() > 40 ? word.substring(0, 40) + "…" : word;
        return cut.chars().anyMatch(Character::isISOControl) ? "of that name" : cut;
    }
}
