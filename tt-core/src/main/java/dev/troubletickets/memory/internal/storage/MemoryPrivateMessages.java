// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.messages.PrivateMessageId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.PrivateMessageStore;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Private messages. For use inside a unit of work alone. */
final class MemoryPrivateMessages implements PrivateMessageStore {
    private final Tables tables;

    MemoryPrivateMessages(Tables tables) {
        this.tables = tables;
    }

    /** Which recipient's copy of which message. */
    record Key(long message, String recipient) {
        static final Comparator<Key> ORDER =
                Comparator.comparingLong(Key::message).thenComparing(Key::recipient);
    }

    record Row(Header header, String text, boolean keptBySender) {}

    @Override
    public PrivateMessageId create(Header header, String text) {
        long id = tables.nextId();
        tables.privateMessages.put(id, new Row(header, text, true));
        header.to().forEach(to -> tables.privateCopies.put(new Key(id, to.value()), true));
        return PrivateMessageId.of(id);
    }

    @Override
    public Optional<Found> find(PrivateMessageId id) {
        return tables.privateMessages
                .find(id.value())
                .map(row -> new Found(
                        row.header(),
                        row.text(),
                        row.keptBySender(),
                        tables.privateCopies.entries().stream()
                                .filter(copy -> copy.getKey().message() == id.value())
                                .map(copy -> new Copy(StaffId.of(copy.getKey().recipient()), copy.getValue()))
                                .toList()));
    }

    @Override
    public List<Listed> inbox(StaffId recipient, Optional<PrivateMessageId> before, int limit) {
        return page(
                tables.privateCopies.entries().stream()
                        .filter(copy -> copy.getKey().recipient().equals(recipient.value()))
                        .map(copy -> listed(copy.getKey().message(), copy.getValue())),
                before,
                limit);
    }

    @Override
    public List<Listed> sent(StaffId sender, Optional<PrivateMessageId> before, int limit) {
        return page(
                tables.privateMessages.entries().stream()
                        .filter(each -> each.getValue().keptBySender()
                                && each.getValue().header().from().equals(sender))
                        .map(each -> listed(each.getKey(), false)),
                before,
                limit);
    }

    @Override
    public long unread(StaffId recipient) {
        return tables.privateCopies.entries().stream()
                .filter(copy -> copy.getValue() && copy.getKey().recipient().equals(recipient.value()))
                .count();
    }

    @Override
    public void markRead(PrivateMessageId id, StaffId recipient) {
        Key key = new Key(id.value(), recipient.value());
        if (tables.privateCopies.has(key)) {
            tables.privateCopies.put(key, false);
        }
    }

    @Override
    public boolean deleteReceived(PrivateMessageId id, StaffId recipient) {
        boolean there = tables.privateCopies.remove(new Key(id.value(), recipient.value()));
        purge(id);
        return there;
    }

    @Override
    public boolean deleteSent(PrivateMessageId id, StaffId sender) {
        Optional<Row> row = tables.privateMessages
                .find(id.value())
                .filter(each -> each.keptBySender() && each.header().from().equals(sender));
        row.ifPresent(each -> tables.privateMessages.put(id.value(), new Row(each.header(), each.text(), false)));
        purge(id);
        return row.isPresent();
    }

    private void purge(PrivateMessageId id) {
        if (find(id).filter(each -> !each.keptBySender() && each.copies().isEmpty())
                .isPresent()) {
            tables.privateMessages.remove(id.value());
        }
    }

    private Listed listed(long id, boolean unread) {
        Row row = Objects.requireNonNull(tables.privateMessages.get(id));
        return new Listed(PrivateMessageId.of(id), row.header(), unread);
    }

    private static List<Listed> page(Stream<Listed> all, Optional<PrivateMessageId> before, int limit) {
        return all.filter(each ->
                        before.isEmpty() || each.id().value() < before.get().value())
                .sorted(Comparator.comparing((Listed each) -> each.id().value()).reversed())
                .limit(limit)
                .toList();
    }
}
