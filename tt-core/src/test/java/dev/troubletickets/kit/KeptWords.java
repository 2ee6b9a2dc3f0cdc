// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import dev.troubletickets.spi.storage.Storage;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** Every text and every byte that a storage keeps, wherever. */
public final class KeptWords {
    private static final String OURS = "dev.troubletickets.";

    private final Deque<Object> ahead = new ArrayDeque<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<String> words = new ArrayList<>();

    private KeptWords() {}

    /** Of the database the tests run on; of the memory, where they run in it. */
    public static List<String> of(Storage storage) {
        return ServiceLoader.load(TestStorage.class)
                .findFirst()
                .map(TestStorage::words)
                .orElseGet(() -> inMemory(storage));
    }

    private static List<String> inMemory(Storage storage) {
        KeptWords all = new KeptWords();
        all.ahead.push(storage);
        while (!all.ahead.isEmpty()) {
            all.look(all.ahead.pop());
        }
        return all.words;
    }

    private void look(Object value) {
        if (value instanceof CharSequence text) {
            words.add(text.toString());
        } else if (value instanceof byte[] bytes) {
            words.add(new String(bytes, StandardCharsets.UTF_8));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, mapped) -> {
                push(key);
                push(mapped);
            });
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(this::push);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::push);
        } else if (value.getClass().getName().startsWith(OURS) && !(value instanceof Enum<?>)) {
            fields(value, value.getClass());
        }
    }

    private void fields(Object value, Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                try {
                    field.setAccessible(true);
                    push(field.get(value));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void push(Object value) {
        if (value != null && seen.add(value)) {
            ahead.push(value);
        }
    }
}
