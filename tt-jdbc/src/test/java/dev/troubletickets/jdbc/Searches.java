// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static dev.troubletickets.contract.storage.StorageFixtures.message;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;

import dev.troubletickets.contract.storage.TicketBuilder;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.search.Period;
import dev.troubletickets.search.Search;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.provider.Arguments;

/** Searches whose parts are selective, each with the index it is read from, and enough tickets to search. */
final class Searches {
    static final String PREFIX = "find_";
    static final JpaOptions OPTIONS = JpaOptions.defaults().withTablePrefix(PREFIX);

    private static final int TICKETS = 6_000;

    private Searches() {}

    static void fill(DataSource database) {
        try (Storage storage = JpaStorage.on(database, OPTIONS)) {
            storage.write(unit -> unit.queues().create(QueueSettings.named("Support"), true));
            storage.<Boolean>write(Searches::addTickets);
        }
    }

    /** Index, criteria. */
    static Stream<Arguments> onPostgres() {
        Search all = Search.everything();
        return Stream.concat(
                onAny(),
                Stream.of(
                        search("find_message_words", all.text("word77")),
                        search("find_ticket_text_words", all.text("word77")),
                        search("find_message_words", all.text("word77 number 78")),
                        search("find_ticket_text_subject", all.title("number 77 of")),
                        search("find_ticket_text_requester", all.requester("c77@")),
                        search("find_ticket_tag", all.tags(Tag.of("t77"))),
                        search("find_ticket_pkey", all.tickets(TicketId.of(3), TicketId.of(4)))));
    }

    /** The same; MariaDB has no index for parts of words, and one name for all primary keys. */
    static Stream<Arguments> onMariaDb() {
        Search all = Search.everything();
        return Stream.concat(
                onAny(),
                Stream.of(
                        search("find_message_words", all.text("word77")),
                        search("find_ticket_text_words", all.text("word77")),
                        search("find_message_words", all.text("word77 number 78")),
                        search("PRIMARY", all.tags(Tag.of("t77"))),
                        search("PRIMARY", all.tickets(TicketId.of(3), TicketId.of(4)))));
    }

    private static Stream<Arguments> onAny() {
        Search all = Search.everything();
        return Stream.of(
                search("find_ticket_account", all.accounts(AccountId.of("a77"))),
                search("find_ticket_reseller", all.resellers(ResellerId.of("r77"))),
                search("find_ticket_created", all.created(Period.between(minutes(70), minutes(77)))),
                search("find_ticket_modified", all.modified(Period.between(minutes(70), minutes(77)))));
    }

    private static Boolean addTickets(UnitOfWork unit) {
        for (int i = 1; i <= TICKETS; i++) {
            unit.tickets()
                    .insert(new TicketBuilder(TicketId.of(i), QueueId.of(1))
                            .subject("Number " + i + " of all")
                            .requester("c" + i + "@example.org")
                            .account("a" + i % 1000)
                            .reseller("r" + i % 1000)
                            .tags("common", "t" + i % 1000)
                            .created(minutes(i))
                            .modified(minutes(i))
                            .build());
            unit.conversations()
                    .add(message(
                            MessageId.publicMessage(TicketId.of(i), 1),
                            1,
                            MessageKind.CUSTOMER,
                            "Something about word" + i + " and about all the others",
                            List.of()));
        }
        return true;
    }

    static TicketCriteria criteria(Search search) {
        return TicketCriteria.of(new Visibility.Everything()).search(search).order(SortKey.MODIFIED, true);
    }

    private static Arguments search(String index, Search search) {
        return Arguments.of(index, criteria(search));
    }
}
