// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.admin;

import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.SavedSearchId;
import dev.troubletickets.spi.storage.SavedSearchStore;
import dev.troubletickets.spi.storage.WriteConflict;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

public final class SqlSavedSearchStore implements SavedSearchStore {
    private static final String SELECT = "select id, owner, name, shared, content from {saved_search} where ";

    private final Session session;

    public SqlSavedSearchStore(Session session) {
        this.session = session;
    }

    @Override
    public SavedSearchId create(Kept search) {
        return SavedSearchId.of(session.insertForId(
                        "insert into {saved_search} (owner, name, name_key, shared, content) values (?, ?, ?, ?, ?)",
                        search.owner().value(),
                        search.name(),
                        key(search.name()),
                        search.shared(),
                        search.content())
                .orElseThrow(() -> new WriteConflict("the owner has a search of that name")));
    }

    @Override
    public Optional<SavedData> find(SavedSearchId id) {
        return session.first(SELECT + "id = ?", SqlSavedSearchStore::search, id.value());
    }

    @Override
    public Optional<SavedSearchId> findByName(StaffId owner, String name) {
        return session.first(
                "select id from {saved_search} where owner = ? and name_key = ?",
                row -> SavedSearchId.of(row.number()),
                owner.value(),
                key(name));
    }

    @Override
    public List<SavedData> list(StaffId owner) {
        return session.list(
                SELECT + "owner = ? or shared order by name_key, id", SqlSavedSearchStore::search, owner.value());
    }

    @Override
    public long countOf(StaffId owner) {
        return session.number("select count(*) from {saved_search} where owner = ?", owner.value());
    }

    @Override
    public long countShared() {
        return session.number("select count(*) from {saved_search} where shared");
    }

    @Override
    public void change(SavedData search) {
        session.change(
                "update {saved_search} set name = ?, name_key = ?, shared = ?, content = ? where id = ?",
                search.kept().name(),
                key(search.kept().name()),
                search.kept().shared(),
                search.kept().content(),
                search.id().value());
    }

    @Override
    public boolean delete(SavedSearchId id) {
        return session.change("delete from {saved_search} where id = ?", id.value()) == 1;
    }

    private static SavedData search(Row row) throws SQLException {
        SavedSearchId id = SavedSearchId.of(row.number());
        return new SavedData(id, new Kept(StaffId.of(row.text()), row.text(), row.flag(), row.text()));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
