// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.erasure;

import dev.troubletickets.erasure.ErasureId;
import dev.troubletickets.erasure.ErasureJob.Stuck;
import dev.troubletickets.erasure.Trace;
import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.ErasureStore.JobData;
import dev.troubletickets.spi.storage.ErasureStore.NewJob;
import dev.troubletickets.spi.storage.ErasureStore.Phase;
import dev.troubletickets.spi.storage.ErasureStore.Progress;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Erasures as rows. */
final class ErasureJobs {
    private static final String SELECT = "select id, version, staff, started_at, account, addresses, phase, mark,"
            + " up_to, due, traces, stuck, stuck_since from {erasure}";

    private final Session session;

    ErasureJobs(Session session) {
        this.session = session;
    }

    ErasureId create(NewJob job) {
        JobData begun = JobData.beginning(ErasureId.of(0), job);
        return ErasureId.of(session.insertForId(
                        "insert into {erasure} (version, staff, started_at, account, addresses, phase, mark, up_to,"
                                + " is_over, due, traces) values (" + Codes.marks(11) + ")",
                        begun.version(),
                        begun.by().value(),
                        begun.startedAt(),
                        job.person().account().map(AccountId::value).orElse(null),
                        Codes.join(begun.addresses()),
                        begun.progress().phase().name(),
                        begun.progress().mark(),
                        begun.progress().upTo(),
                        false,
                        begun.due(),
                        "")
                .orElseThrow());
    }

    Optional<JobData> find(ErasureId id) {
        return session.first(SELECT + " where id = ?", ErasureJobs::job, id.value());
    }

    boolean update(JobData job) {
        return session.change(
                        "update {erasure} set version = ?, addresses = ?, phase = ?, mark = ?, up_to = ?, is_over = ?,"
                                + " due = ?, traces = ?, stuck = ?, stuck_since = ? where id = ? and version = ?",
                        job.version(),
                        Codes.join(job.addresses()),
                        job.progress().phase().name(),
                        job.progress().mark(),
                        job.progress().upTo(),
                        job.progress().phase().isOver(),
                        job.due(),
                        text(job.traces()),
                        job.stuck().map(Stuck::what).orElse(null),
                        job.stuck().map(Stuck::since).orElse(null),
                        job.id().value(),
                        job.version() - 1)
                == 1;
    }

    Optional<JobData> lockDue(Instant now) {
        String order = session.dialect().sortsByWholeIndex() ? "is_over, due, id" : "due, id";
        return session
                .lockFree(
                        SELECT + " where is_over = false and due <= ? order by " + order + " limit 1",
                        ErasureJobs::job,
                        now)
                .stream()
                .findFirst();
    }

    List<JobData> list(int limit) {
        return session.list(SELECT + " order by id desc limit " + limit, ErasureJobs::job);
    }

    private static JobData job(Row row) throws SQLException {
        ErasureId id = ErasureId.of(row.number());
        long version = row.number();
        StaffId by = StaffId.of(row.text());
        Instant startedAt = row.instant();
        String account = row.textOrNull();
        return new JobData(
                id,
                version,
                by,
                startedAt,
                account == null ? null : AccountId.of(account),
                Set.copyOf(Codes.addresses(row.text())),
                new Progress(Phase.valueOf(row.text()), row.number(), row.number()),
                row.instant(),
                traces(row.text()),
                stuck(row.textOrNull(), row.instantOrNull()));
    }

    private static Optional<Stuck> stuck(@Nullable String what, @Nullable Instant since) {
        return what == null || since == null ? Optional.empty() : Optional.of(new Stuck(since, what));
    }

    private static String text(Map<Trace, Long> traces) {
        return traces.entrySet().stream()
                .map(each -> each.getKey().name() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Map<Trace, Long> traces(String text) {
        Map<Trace, Long> traces = new EnumMap<>(Trace.class);
        for (String each : text.isEmpty() ? new String[0] : text.split(" ")) {
            int at = each.indexOf('=');
            traces.put(Trace.valueOf(each.substring(0, at)), Long.valueOf(each.substring(at + 1)));
        }
        return traces;
    }
}
