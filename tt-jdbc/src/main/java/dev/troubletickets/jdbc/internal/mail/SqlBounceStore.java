// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.mail;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.BounceStore;
import dev.troubletickets.view.Bounce;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

public final class SqlBounceStore implements BounceStore {
    private static final String SELECT = "select address, bounced_at, permanent, reason from {bounce} ";

    private final Session session;

    public SqlBounceStore(Session session) {
        this.session = session;
    }

    @Override
    public void mark(Bounce bounce) {
        session.later(
                session.dialect()
                        .upsert("bounce", "address_key", "address, bounced_at, permanent, reason", Codes.marks(5)),
                bounce.address().key(),
                bounce.address().value(),
                bounce.at(),
                bounce.permanent(),
                bounce.reason());
    }

    @Override
    public void clear(EmailAddress address) {
        session.later("delete from {bounce} where address_key = ?", address.key());
    }

    @Override
    public List<Bounce> find(Collection<EmailAddress> addresses) {
        return addresses.isEmpty()
                ? List.of()
                : session.list(
                        SELECT + "where address_key in (" + Codes.marks(addresses.size()) + ") order by address_key",
                        SqlBounceStore::bounce,
                        addresses.stream().map(EmailAddress::key).toArray());
    }

    @Override
    public List<Bounce> latest(int limit) {
        return session.list(SELECT + "order by bounced_at desc, address_key limit " + limit, SqlBounceStore::bounce);
    }

    private static Bounce bounce(Row row) throws SQLException {
        return new Bounce(EmailAddress.of(row.text()), row.instant(), row.flag(), row.text());
    }
}
