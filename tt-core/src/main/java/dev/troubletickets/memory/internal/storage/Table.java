// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Immutable rows by key, in the keys' order, whose changes a {@link Journal} can take back. For use inside a unit of work alone. */
final class Table<K, V> {
    private final Journal journal;
    private final TreeMap<K, V> rows;

    Table(Journal journal, Comparator<? super K> order) {
        this.journal = journal;
        this.rows = new TreeMap<>(order);
    }

    static <K extends Comparable<K>, V> Table<K, V> sorted(Journal journal) {
        return new Table<>(journal, Comparator.naturalOrder());
    }

    @Nullable
    V get(K key) {
        journal.requireUnit();
        return rows.get(key);
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(get(key));
    }

    boolean has(K key) {
        return get(key) != null;
    }

    void put(K key, V row) {
        V before = get(key);
        journal.willUndo(() -> restore(key, before));
        rows.put(key, row);
    }

    /** True if there was one. */
    boolean remove(K key) {
        V before = get(key);
        if (before == null) {
            return false;
        }
        journal.willUndo(() -> restore(key, before));
        rows.remove(key);
        return true;
    }

    void removeIf(BiPredicate<K, V> which) {
        journal.requireUnit();
        List<K> keys = rows.entrySet().stream()
                .filter(row -> which.test(row.getKey(), row.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        keys.forEach(this::remove);
    }

    void forEach(BiConsumer<K, V> each) {
        journal.requireUnit();
        rows.forEach(each);
    }

    /** All keys; a view, not to be read on while the table changes. */
    Set<K> keys() {
        journal.requireUnit();
        return rows.keySet();
    }

    /** All rows; a view, not to be read on while the table changes. */
    Collection<V> rows() {
        journal.requireUnit();
        return rows.values();
    }

    /** All rows with their keys; a view, not to be read on while the table changes. */
    Collection<Map.Entry<K, V>> entries() {
        journal.requireUnit();
        return rows.entrySet();
    }

    /** All rows, the last key first; a view. */
    Collection<V> newestFirst() {
        journal.requireUnit();
        return rows.descendingMap().values();
    }

    /** The rows from one key to another, both included; a view. */
    Collection<V> between(K first, K last) {
        journal.requireUnit();
        return rows.subMap(first, true, last, true).values();
    }

    private void restore(K key, @Nullable V before) {
        if (before == null) {
            rows.remove(key);
        } else {
            rows.put(key, before);
        }
    }
}
