// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.admin;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.AuditStore;
import java.util.List;

public final class SqlAuditStore implements AuditStore {
    private final Session session;

    public SqlAuditStore(Session session) {
        this.session = session;
    }

    @Override
    public void add(Line line) {
        session.later(
                "insert into {audit} (added_at, actor_kind, actor, what) values (?, ?, ?, ?)",
                line.at(),
                Codes.kind(line.actor()),
                Codes.name(line.actor()),
                line.what());
    }

    @Override
    public List<Numbered> before(long before, int limit) {
        return session.list(
                "select id, added_at, actor_kind, actor, what from {audit} where id < ? order by id desc limit "
                        + limit,
                row -> new Numbered(
                        row.number(), new Line(row.instant(), Codes.actor(row.text(), row.text()), row.text())),
                before);
    }
}
