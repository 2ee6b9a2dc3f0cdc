// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.work.Json;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.spi.storage.OperationData;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The merges into a ticket that are not undone, the oldest first, while what is needed to undo them is rewritten. */
final class MergesInForce {
    private static final int MOST = 1000;

    private final Scope scope;
    private final Map<OperationId, MergeRecord> kept = new LinkedHashMap<>();
    private final Map<OperationId, MergeRecord> now = new LinkedHashMap<>();
    private final long lastMove;

    MergesInForce(Scope scope, TicketId ticket) {
        this.scope = scope;
        List<OperationData> all = scope.stores().operations().inForce(List.of(ticket), MOST);
        all.stream()
                .filter(operation -> operation.kind() == OperationData.Kind.MERGE)
                .sorted(Comparator.comparing(operation -> operation.id().version()))
                .forEach(operation -> kept.put(operation.id(), Json.read(operation.data(), MergeRecord.class)));
        now.putAll(kept);
        lastMove = all.stream()
                .filter(operation -> operation.kind() != OperationData.Kind.MERGE)
                .mapToLong(operation -> operation.id().version())
                .max()
                .orElse(0);
    }

    /** True if the ticket was moved on after that version. */
    boolean movedSince(long version) {
        return lastMove > version;
    }

    List<OperationId> from(long version) {
        return now.keySet().stream().filter(id -> id.version() >= version).toList();
    }

    List<OperationId> all() {
        return List.copyOf(now.keySet());
    }

    /** The one that has brought the ticket. */
    OperationId of(TicketId source) {
        return now.keySet().stream()
                .filter(id -> get(id).source().equals(source))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new IllegalStateException("nothing tells of the merge of " + source));
    }

    Scope scope() {
        return scope;
    }

    MergeRecord get(OperationId id) {
        return Objects.requireNonNull(now.get(id));
    }

    void change(OperationId id, UnaryOperator<MergeRecord> to) {
        now.put(id, to.apply(get(id)));
    }

    void save() {
        now.forEach((id, record) -> {
            if (!record.equals(kept.get(id))) {
                scope.stores().operations().rewrite(id, Json.write(record));
            }
        });
    }
}
