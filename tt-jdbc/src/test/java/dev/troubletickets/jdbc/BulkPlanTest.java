// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.bulk.BulkJob;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.bulk.BulkOutcome.Result;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.BulkStore.JobData;
import dev.troubletickets.spi.storage.BulkStore.NewJob;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.ticket.TicketId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mass action costs the same at its last ticket as at its first, and with many before it. */
class BulkPlanTest {
    /** A few thousand rows are sorted as fast as they are read in order; millions are not. */
    private static final HikariDataSource POSTGRES = PostgresServer.ofRun()
            .poolThatFirst("set enable_sort = off; set enable_seqscan = off; set enable_bitmapscan = off");

    private static final BulkJobId JOB = BulkJobId.of(3);

    static Stream<Arguments> questions() {
        return Stream.of(
                question("bulk_bulk_job_due", unit -> unit.bulk().lockDue(minutes(5000))),
                question("bulk_bulk_job_owner", unit -> unit.bulk().list(Optional.of(StaffId.of("s7")), 100)),
                question("bulk_bulk_ticket_result", unit -> unit.bulk().waiting(JOB, 50)),
                question(
                        "bulk_bulk_ticket_result",
                        unit -> unit.bulk().outcomes(JOB, Optional.of(Result.REFUSED), 100, 500)),
                question("bulk_bulk_ticket_pkey", unit -> unit.bulk().outcomes(JOB, Optional.empty(), 100, 500)));
    }

    @BeforeAll
    static void fill() throws SQLException {
        try (Storage storage = JpaStorage.on(POSTGRES, JpaOptions.defaults().withTablePrefix("bulk_"))) {
            storage.<Boolean>write(BulkPlanTest::addJobs);
        }
        Plans.vacuum(POSTGRES);
    }

    @AfterAll
    static void close() {
        POSTGRES.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void postgresReadsFromTheIndexInItsOrder(String index, Consumer<UnitOfWork> question) {
        assertThat(Plans.of(POSTGRES, "bulk_", question))
                .contains(index)
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    private static Boolean addJobs(UnitOfWork unit) {
        List<TicketId> tickets =
                LongStream.rangeClosed(1, 800).mapToObj(TicketId::of).toList();
        for (int i = 0; i < 1000; i++) {
            NewJob job = new NewJob(StaffId.of("s" + i % 100), START, "{}", null, 0);
            BulkJobId id = unit.bulk().create(job);
            JobData made = JobData.beginning(id, job);
            unit.bulk().update(made.next(i % 50 == 0 ? BulkJob.State.WORKING : BulkJob.State.DONE, 0, minutes(i)));
            if (i < 5) {
                unit.bulk().add(id, tickets);
                tickets.subList(0, 790).forEach(each -> unit.bulk().settle(id, BulkOutcome.of(each, Result.DONE)));
            }
        }
        return true;
    }

    private static Arguments question(String index, Consumer<UnitOfWork> question) {
        return Arguments.of(index, question);
    }
}
