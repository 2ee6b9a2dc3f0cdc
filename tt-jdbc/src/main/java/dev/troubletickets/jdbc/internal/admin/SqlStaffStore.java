// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.admin;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Notice;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.StaffStore;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

public final class SqlStaffStore implements StaffStore {
    /** Asked at each call of staff, so one statement for all five tables. */
    private static final String FIND = """
            select 'profile', full_name, description, email, signature, notices from {staff} where staff = ?
            union all select 'queue', concat(queue, ''), '', '', '', '' from {staff_queue} where staff = ?
            union all select permission, case when given then 'given' else 'taken' end, '', '', '', '' from {staff_right} where staff = ?
            union all select 'ticket', concat(ticket, ''), rights, '', '', '' from {collaborator} where staff = ?
            union all select 'preferences', content, '', '', '', '' from {staff_preference} where staff = ?""";

    private static final String FIND_ALL = """
            select staff, 'profile', full_name, description, email, signature, notices from {staff}%s
            union all select staff, 'queue', concat(queue, ''), '', '', '', '' from {staff_queue}%s
            union all select staff, permission, case when given then 'given' else 'taken' end, '', '', '', '' from {staff_right}%s
            union all select staff, 'ticket', concat(ticket, ''), rights, '', '', '' from {collaborator}%s
            union all select staff, 'preferences', content, '', '', '', '' from {staff_preference}%s""";

    private static final String PROFILE = "staff, full_name, description, email, signature, notices";

    private final Session session;

    public SqlStaffStore(Session session) {
        this.session = session;
    }

    @Override
    public StaffData find(StaffId id) {
        Found found = new Found();
        session.list(FIND, found::add, id.value(), id.value(), id.value(), id.value(), id.value());
        return found.data();
    }

    @Override
    public Map<StaffId, StaffData> findAll(Collection<StaffId> ids) {
        Map<StaffId, Found> found = new HashMap<>();
        ids.forEach(id -> found.put(id, new Found()));
        if (!ids.isEmpty()) {
            String in = " where staff in (" + Codes.marks(ids.size()) + ")";
            Object[] values = Stream.of(ids, ids, ids, ids, ids)
                    .flatMap(Collection::stream)
                    .map(StaffId::value)
                    .toArray();
            session.list(
                    FIND_ALL.formatted(in, in, in, in, in),
                    row -> Objects.requireNonNull(found.get(StaffId.of(row.text())))
                            .add(row),
                    values);
        }
        Map<StaffId, StaffData> all = new HashMap<>();
        found.forEach((id, data) -> all.put(id, data.data()));
        return all;
    }

    @Override
    public Map<StaffId, StaffProfile> profiles(Collection<StaffId> ids) {
        Map<StaffId, StaffProfile> profiles = new HashMap<>();
        if (!ids.isEmpty()) {
            session.list(
                    "select " + PROFILE + " from {staff} where staff in (" + Codes.marks(ids.size()) + ")",
                    row -> profiles.put(StaffId.of(row.text()), profile(row)),
                    ids.stream().map(StaffId::value).toArray());
        }
        return profiles;
    }

    @Override
    public Map<StaffId, StaffProfile> withNotices() {
        Map<StaffId, StaffProfile> profiles = new HashMap<>();
        session.list(
                "select " + PROFILE + " from {staff} where notices <> ''",
                row -> profiles.put(StaffId.of(row.text()), profile(row)));
        return profiles;
    }

    @Override
    public void saveProfile(StaffId id, StaffProfile profile) {
        session.later(
                session.dialect()
                        .upsert("staff", "staff", "full_name, description, email, signature, notices", Codes.marks(6)),
                id.value(),
                profile.fullName(),
                profile.description(),
                profile.email().value(),
                profile.signature(),
                profile.notices().stream().sorted().map(Notice::name).collect(Collectors.joining(" ")));
    }

    @Override
    public void savePreferences(StaffId id, String preferences) {
        session.later(
                session.dialect().upsert("staff_preference", "staff", "content", Codes.marks(2)),
                id.value(),
                preferences);
    }

    @Override
    public List<StaffId> entitledTo(QueueId queue) {
        return session.list(
                "select staff from {staff_queue} where queue = ?", row -> StaffId.of(row.text()), queue.value());
    }

    @Override
    public void entitle(StaffId id, Set<QueueId> queues) {
        session.lock("select name from {mutex} where name = 'queues'");
        session.later("delete from {staff_queue} where staff = ?", id.value());
        for (QueueId queue : queues) {
            session.later("insert into {staff_queue} (staff, queue) values (?, ?)", id.value(), queue.value());
        }
    }

    @Override
    public void decide(StaffId id, Permission permission, boolean given) {
        session.later(
                session.dialect().upsert("staff_right", "staff, permission", "given", Codes.marks(3)),
                id.value(),
                permission.name(),
                given);
    }

    private static StaffProfile profile(Row row) throws SQLException {
        return new StaffProfile(row.text(), row.text(), EmailAddress.of(row.text()), row.text(), notices(row.text()));
    }

    private static Set<Notice> notices(String names) {
        return Stream.of(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Notice::valueOf)
                .collect(Collectors.toSet());
    }

    private static final class Found {
        private Optional<StaffProfile> profile = Optional.empty();
        private final Set<QueueId> queues = new HashSet<>();
        private final Map<Permission, Boolean> decided = new EnumMap<>(Permission.class);

        private final Map<TicketId, CollaboratorRight> invitations = new HashMap<>();
        private @Nullable String preferences;

        StaffData data() {
            return new StaffData(profile, queues, decided, preferences, invitations);
        }

        boolean add(Row row) throws SQLException {
            String what = row.text();
            if (what.equals("profile")) {
                profile = Optional.of(profile(row));
                return true;
            }
            if (what.equals("preferences")) {
                preferences = row.text();
                return true;
            }
            if (what.equals("ticket")) {
                TicketId ticket = TicketId.of(Long.parseLong(row.text()));
                return invitations.put(ticket, CollaboratorRight.valueOf(row.text())) == null;
            }
            return what.equals("queue")
                    ? queues.add(QueueId.of(Long.parseLong(row.text())))
                    : decided.put(Permission.valueOf(what), row.text().equals("given")) == null;
        }
    }
}
