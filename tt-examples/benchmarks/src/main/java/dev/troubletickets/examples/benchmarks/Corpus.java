// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.ticket.TicketId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tickets that are there already: one that the library took from its opening to its close, with four messages, copied as often as
 * asked for, each copy with a subject, a customer, words and times of its own, and {@link #ACTIVE} of them in all states of work.
 */
final class Corpus {
    /** The work at hand, however many tickets there have ever been. */
    static final int ACTIVE = 2_000;
    /** Of each customer. */
    static final int TICKETS_EACH = 20;

    private static final String SUBJECT = """
            (array['Mail','Backup','Invoice','Domain','Certificate','Upload','Database','Server','Password','Forwarding'])[1 + n %% 10]
            || ' ' || (array['bounces','is slow','was lost','expired','fails','stopped','is full','moved'])[1 + n / 10 %% 8]
            || ' at ' || (array['night','noon','home','work','once','times'])[1 + n / 80 %% 6] || ' on host' || n || '.example'""".formatted();

    /** What the customer's first message says besides: words of one ticket, of a few, of some and of many. */
    private static final String DETAILS =
            "' order' || n || ' client' || n / " + TICKETS_EACH + " || ' node' || n * 31 % 9973 || ' rack' || n % 97";

    private static final String FIRST = "t.message = 1 and not t.note";

    private final Site site;
    private final int every;

    Corpus(Site site) {
        this.site = site;
        this.every = Math.max(1, site.size() / ACTIVE);
    }

    /** Everybody sees the tickets of the default queue, which is the first one. */
    static boolean isInFirstQueue(long ticket, int size) {
        return ticket / Math.max(1, size / ACTIVE) % 4 == 0;
    }

    void load() throws SQLException {
        load(site.tables(), "indexdef like '%USING gin%'");
    }

    /** The tickets without their conversations, of which statistics read nothing. */
    void loadTickets() throws SQLException {
        load(
                site.tables().stream().filter(Table::isTickets).toList(),
                "tablename = 'tt_ticket' and indexname <> 'tt_ticket_pkey'");
    }

    /** @param late which indexes are made again at the end, which takes a tenth of the time */
    private void load(List<Table> tables, String late) throws SQLException {
        long example = example();
        site.execute("update tt_outbox set state = 3, sent_at = created_at");
        try (Connection connection = site.plain().getConnection();
                Statement statement = connection.createStatement()) {
            // foreign keys of copies need no check
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            List<String> indexes = withoutIndexes(connection, late);
            new Copies(tables).make(connection, example, example + 1, site.size(), others());
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute("select setval('tt_ticket_number', " + (site.size() + 1) + ")");
            statement.execute("reset session_replication_role");
            statement.execute("reset synchronous_commit");
            statement.execute("vacuum analyze");
        }
    }

    private static List<String> withoutIndexes(Connection connection, String which) throws SQLException {
        List<String> definitions = new ArrayList<>();
        for (String[] index : Jdbc.list(
                connection,
                "select indexname, indexdef from pg_indexes where schemaname = current_schema and " + which,
                row -> new String[] {row.getString(1), row.getString(2)})) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop index " + index[0]);
            }
            definitions.add(index[1]);
        }
        return definitions;
    }

    private long example() {
        var customer = site.center().customer(Hosting.customer(1));
        TicketId ticket = customer.open(NewTicket.of("Mail bounces", Words.QUESTION));
        site.john().ticket(ticket);
        site.john().pickUp(ticket);
        site.john().answer(ticket, Answer.of(Words.ANSWER).keepOpen().sticky(true));
        customer.reply(ticket, Reply.of(Words.QUESTION));
        site.john().ticket(ticket);
        site.john().answer(ticket, Answer.of(Words.ANSWER));
        return ticket.value();
    }

    private Map<String, String> others() {
        String k = "(n / " + every + ")";
        String active = "n % " + every + " = 0";
        String status = "(array[0, 0, 0, 1, 1, 1, 1, 2, 3, 2])[1 + " + k + " % 10]";
        String unassigned = k + " % 10 < 5";
        String customer = "('a' || n / " + TICKETS_EACH + ")";
        String at = "(t.created_at - (" + site.size() + " - n) * interval '1 minute')";
        return Map.ofEntries(
                Map.entry("tt_ticket.status", "case when " + active + " then " + status + " else t.status end"),
                Map.entry("tt_ticket.active", active),
                Map.entry(
                        "tt_ticket.assignee",
                        "case when " + active + " and " + unassigned + " then null else 'tech' || " + k
                                + " / 10 % 10 end"),
                Map.entry("tt_ticket.priority", "case when n % 7 = 0 then n % 101 else t.priority end"),
                Map.entry("tt_ticket.queue", "1 + " + k + " % 4"),
                Map.entry(
                        "tt_ticket.waiting_since",
                        "case when " + active + " and " + status + " < 2 then " + at + " end"),
                Map.entry(
                        "tt_ticket.in_line_since",
                        "case when " + active + " and " + status + " < 2 then cast(extract(epoch from " + at
                                + ") as bigint) else t.in_line_since end"),
                Map.entry("tt_ticket.customer_read", "case when n % 5 = 0 then 0 else t.last_answer end"),
                Map.entry("created_at", at),
                Map.entry("modified_at", at),
                Map.entry("last_message_at", at),
                Map.entry("account", customer),
                Map.entry("requester", customer + " || '@customers.example'"),
                Map.entry("requester_key", customer + " || '@customers.example'"),
                Map.entry(
                        "tt_message.content", "t.content || case when " + FIRST + " then " + DETAILS + " else '' end"),
                Map.entry(
                        "tt_message.words",
                        "t.words || case when " + FIRST + " then to_tsvector('simple', " + DETAILS + ") else '' end"),
                Map.entry(
                        "tt_ticket_text.words",
                        "setweight(to_tsvector('simple', replace(" + SUBJECT + ", '.', ' ')), 'A')"),
                Map.entry("subject", SUBJECT),
                Map.entry("subject_key", "lower(" + SUBJECT + ")"),
                Map.entry("thread_key", "lower(" + SUBJECT + ")"));
    }
}
