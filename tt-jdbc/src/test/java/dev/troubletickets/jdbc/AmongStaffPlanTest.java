// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.knowledge.Audience;
import dev.troubletickets.messages.PrivateMessageId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.ArticleData;
import dev.troubletickets.spi.storage.ArticleStore;
import dev.troubletickets.spi.storage.ArticleStore.Sight;
import dev.troubletickets.spi.storage.PrivateMessageStore.Header;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.TaskData;
import dev.troubletickets.spi.storage.TaskStore.After;
import dev.troubletickets.spi.storage.TaskStore.Query;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.tasks.TaskList;
import dev.troubletickets.ticket.TicketId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What technicians have among themselves is read from the lists' own indexes, in their order, however much there is. */
class AmongStaffPlanTest {
    /** A few thousand rows are sorted as fast as they are read in order; millions are not. */
    private static final HikariDataSource POSTGRES = PostgresServer.ofRun()
            .poolThatFirst("set enable_sort = off; set enable_seqscan = off; set enable_bitmapscan = off");

    static Stream<Arguments> questions() {
        return Stream.of(
                question("among_task_assignee", unit -> unit.tasks().list(query(TaskList.mine()))),
                question(
                        "among_task_assignee",
                        unit -> unit.tasks().list(query(TaskList.mine().overdue()))),
                question("among_task_creator", unit -> unit.tasks().list(query(TaskList.createdByMe()))),
                question(
                        "among_task_all",
                        unit -> unit.tasks().list(query(TaskList.everybodys().done()))),
                question(
                        "among_private_copy_pkey",
                        unit -> unit.privateMessages().inbox(staff(7), Optional.of(PrivateMessageId.of(900)), 51)),
                question(
                        "among_private_message_sender",
                        unit -> unit.privateMessages().sent(staff(7), Optional.of(PrivateMessageId.of(900)), 51)),
                question(
                        "among_private_copy_unread",
                        unit -> unit.privateMessages().unread(staff(7))),
                question(
                        "among_private_copy_message",
                        unit -> unit.privateMessages().find(PrivateMessageId.of(7))),
                question(
                        "among_article_category_title",
                        unit -> unit.articles()
                                .list(
                                        ArticleCategoryId.of(1),
                                        Sight.CUSTOMERS,
                                        Optional.of(new ArticleStore.After("t 3", 2)),
                                        51)),
                question("among_task_ticket", unit -> unit.tasks().of(TicketId.of(7))),
                question("among_task_entry_task", unit -> unit.tasks().entries(TaskId.of(7))));
    }

    @BeforeAll
    static void fill() throws SQLException {
        try (Storage storage = JpaStorage.on(POSTGRES, JpaOptions.defaults().withTablePrefix("among_"))) {
            storage.<Boolean>write(AmongStaffPlanTest::add);
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
        assertThat(Plans.of(POSTGRES, "among_", question))
                .contains(index)
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    private static Boolean add(UnitOfWork unit) {
        ArticleCategoryId category = unit.articles().createCategory("Mail", 1);
        for (int i = 0; i < 1000; i++) {
            unit.articles()
                    .create(
                            new ArticleData(
                                    ArticleId.of(0), 1, category, "t " + i, null, Audience.PUBLIC, true, START, 0),
                            "word" + i);
            TaskData.Content content = new TaskData.Content("Title", "Details", staff(i % 40), START);
            TaskData task = new TaskData(
                    TaskId.of(0), 1, content, staff(i % 50), minutes(i), i % 3 == 0 ? minutes(i) : null, null);
            unit.tasks().create(task);
            unit.privateMessages().create(new Header(staff(i % 40), List.of(staff(i % 50)), "Subject", START), "Text");
        }
        return true;
    }

    private static Query query(TaskList list) {
        return new Query(list, staff(7), minutes(500), Optional.of(new After(minutes(100), 3)), 51);
    }

    private static StaffId staff(int number) {
        return StaffId.of("s" + number);
    }

    private static Arguments question(String index, Consumer<UnitOfWork> question) {
        return Arguments.of(index, question);
    }
}
