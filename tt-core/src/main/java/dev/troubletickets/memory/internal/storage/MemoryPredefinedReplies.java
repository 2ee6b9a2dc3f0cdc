// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.settings.PredefinedReply;
import dev.troubletickets.settings.PredefinedReply.Content;
import dev.troubletickets.settings.PredefinedReplyId;
import dev.troubletickets.spi.storage.PredefinedReplyStore;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.QueueId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Predefined replies, all looked at for every search. For use inside a unit of work alone. */
final class MemoryPredefinedReplies implements PredefinedReplyStore {
    private static final Comparator<PredefinedReply> ORDER = Comparator.<PredefinedReply, Boolean>comparing(
                    reply -> reply.queue().isEmpty())
            .thenComparing(reply -> lower(reply.title()))
            .thenComparing(reply -> reply.id().value());

    private final Tables tables;

    MemoryPredefinedReplies(Tables tables) {
        this.tables = tables;
    }

    @Override
    public PredefinedReplyId create(Content content) {
        PredefinedReplyId id = PredefinedReplyId.of(tables.nextId());
        put(new PredefinedReply(id, content));
        return id;
    }

    @Override
    public Optional<PredefinedReply> find(PredefinedReplyId id) {
        return tables.replies.find(id.value());
    }

    @Override
    public Optional<PredefinedReplyId> findByTitle(Optional<QueueId> queue, String title) {
        return tables.replies.rows().stream()
                .filter(reply ->
                        reply.queue().equals(queue) && lower(reply.title()).equals(lower(title)))
                .map(PredefinedReply::id)
                .findFirst();
    }

    @Override
    public List<PredefinedReply> search(Set<QueueId> queues, List<String> words, int limit) {
        return tables.replies.rows().stream()
                .filter(reply ->
                        reply.queue().isEmpty() || queues.contains(reply.queue().get()))
                .filter(reply -> words.stream().allMatch(word -> has(reply, lower(word))))
                .sorted(ORDER)
                .limit(limit)
                .toList();
    }

    @Override
    public long count() {
        return tables.replies.rows().size();
    }

    @Override
    public void change(PredefinedReply reply) {
        if (tables.replies.has(reply.id().value())) {
            put(reply);
        }
    }

    @Override
    public boolean delete(PredefinedReplyId id) {
        return tables.replies.remove(id.value());
    }

    private void put(PredefinedReply reply) {
        if (reply.queue().isPresent() && !tables.queues.has(reply.queue().get())) {
            throw new WriteConflict("the queue of a reply is gone");
        }
        tables.replies.put(reply.id().value(), reply);
    }

    private static boolean has(PredefinedReply reply, String word) {
        return Stream.concat(
                        Stream.of(reply.title(), reply.text().text()), reply.text().translations().values().stream())
                .anyMatch(text -> lower(text).contains(word));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
