// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.admin;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.settings.PredefinedReply;
import dev.troubletickets.settings.PredefinedReply.Content;
import dev.troubletickets.settings.PredefinedReplyId;
import dev.troubletickets.spi.storage.PredefinedReplyStore;
import dev.troubletickets.ticket.QueueId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

public final class SqlPredefinedReplyStore implements PredefinedReplyStore {
    private static final String SELECT = "select id, title, content, queue from {predefined_reply} where ";

    private final Session session;

    public SqlPredefinedReplyStore(Session session) {
        this.session = session;
    }

    @Override
    public PredefinedReplyId create(Content content) {
        return PredefinedReplyId.of(session.insertForId(
                        "insert into {predefined_reply} (title, title_key, content, search_key, queue) values ("
                                + Codes.marks(5) + ")",
                        values(content))
                .orElseThrow());
    }

    @Override
    public Optional<PredefinedReply> find(PredefinedReplyId id) {
        return session.first(SELECT + "id = ?", SqlPredefinedReplyStore::reply, id.value());
    }

    @Override
    public Optional<PredefinedReplyId> findByTitle(Optional<QueueId> queue, String title) {
        String ofQueue = queue.map(id -> "queue = " + id.value()).orElse("queue is null");
        return session.first(
                "select id from {predefined_reply} where title_key = ? and " + ofQueue + " order by id",
                row -> PredefinedReplyId.of(row.number()),
                lower(title));
    }

    @Override
    public List<PredefinedReply> search(Set<QueueId> queues, List<String> words, int limit) {
        StringBuilder sql = new StringBuilder(SELECT).append("(queue is null");
        List<Object> values = new ArrayList<>();
        if (!queues.isEmpty()) {
            sql.append(" or queue in (").append(Codes.marks(queues.size())).append(')');
            queues.forEach(queue -> values.add(queue.value()));
        }
        sql.append(')');
        for (String word : words) {
            sql.append(" and search_key like ?").append(session.dialect().escape());
            values.add("%" + lower(word).replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        sql.append(" order by case when queue is null then 1 else 0 end, title_key, id limit ")
                .append(limit);
        return session.list(sql.toString(), SqlPredefinedReplyStore::reply, values.toArray());
    }

    @Override
    public long count() {
        return session.number("select count(*) from {predefined_reply}");
    }

    @Override
    public void change(PredefinedReply reply) {
        @Nullable Object[] values = java.util.Arrays.copyOf(values(reply.content()), 6);
        values[5] = reply.id().value();
        session.change(
                "update {predefined_reply} set title = ?, title_key = ?, content = ?, search_key = ?, queue = ? where id = ?",
                values);
    }

    @Override
    public boolean delete(PredefinedReplyId id) {
        return session.change("delete from {predefined_reply} where id = ?", id.value()) == 1;
    }

    private static @Nullable Object[] values(Content content) {
        return new @Nullable Object[] {
            content.title(),
            lower(content.title()),
            Codes.text(content.text()),
            searchKey(content),
            content.queue().map(QueueId::value).orElse(null)
        };
    }

    private static PredefinedReply reply(Row row) throws SQLException {
        PredefinedReplyId id = PredefinedReplyId.of(row.number());
        return new PredefinedReply(
                id,
                new Content(
                        row.text(),
                        Codes.wording(row.text()),
                        Optional.ofNullable(row.numberOrNull()).map(QueueId::of)));
    }

    private static String searchKey(Content content) {
        String translations = String.join("\n", content.text().translations().values());
        return lower(content.title() + "\n" + content.text().text() + "\n" + translations);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
