// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.mail;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.ErasureStore.MailIn;
import dev.troubletickets.spi.storage.ErasureStore.MailOut;
import dev.troubletickets.spi.storage.ErasureStore.Standing;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stored mails as an erasure goes through them (G12). */
public final class ErasedMails {
    private static final String OUT =
            "select id, state, ticket, recipients_key, recipients, content from {outbox} where ";

    private final Session session;
    private final Rest restIn;
    private final Rest restOut;

    public ErasedMails(Session session) {
        this.session = session;
        this.restIn = new Rest(session, "intake_rest");
        this.restOut = new Rest(session, "outbox_rest");
    }

    public List<MailIn> in(long after, int limit) {
        return session
                .list(
                        "select id, outcome, ticket, raw from {intake} where id > ? and octet_length(raw) > 0"
                                + " order by id limit " + limit,
                        ErasedMails::in,
                        after)
                .stream()
                .map(mail -> new MailIn(
                        mail.number(), mail.standing(), mail.ticket(), restIn.whole(mail.number(), mail.raw())))
                .toList();
    }

    public List<Long> inOf(TicketId ticket) {
        return session.list(
                "select id from {intake} where ticket = ? and octet_length(raw) > 0 order by id",
                Row::number,
                ticket.value());
    }

    public void eraseIn(long mail) {
        forgetRest("intake_rest", mail);
        session.later(
                "update {intake} set raw = ?, why = '', due = null,"
                        + " outcome = case when outcome is null or outcome = 'QUARANTINED' then 'DISCARDED' else outcome end"
                        + " where id = ?",
                new byte[0],
                mail);
    }

    public void rewriteIn(long mail, byte[] raw) {
        forgetRest("intake_rest", mail);
        session.change("update {intake} set raw = ? where id = ?", restIn.head(raw), mail);
        restIn.put(mail, raw);
    }

    public List<MailOut> out(long after, int limit) {
        return session
                .list(OUT + "id > ? and octet_length(content) > 0 order by id limit " + limit, ErasedMails::out, after)
                .stream()
                .map(this::whole)
                .toList();
    }

    public List<Long> outOf(TicketId ticket) {
        return session.list(
                "select id from {outbox} where ticket = ? and octet_length(content) > 0 order by id",
                Row::number,
                ticket.value());
    }

    public List<MailOut> copiesOf(TicketId ticket) {
        return session
                .list(
                        OUT + "ticket = ? and kind = 'COPY' and octet_length(content) > 0 order by id",
                        ErasedMails::out,
                        ticket.value())
                .stream()
                .map(this::whole)
                .toList();
    }

    private MailOut whole(MailOut mail) {
        return new MailOut(
                mail.number(),
                mail.sent(),
                mail.ticket(),
                mail.all(),
                mail.remaining(),
                restOut.whole(mail.number(), mail.content()));
    }

    public void eraseOut(long mail) {
        session.later("delete from {outbox} where id = ? and state <> " + OutboxRow.SENT, mail);
        forgetRest("outbox_rest", mail);
        session.later(
                "update {outbox} set content = ?, recipients = '', recipients_key = ' ', reason = null where id = ?",
                new byte[0],
                mail);
    }

    public void rewriteOut(long mail, Set<EmailAddress> without, byte[] content) {
        List<MailOut> found = session.list(OUT + "id = ?", ErasedMails::out, mail);
        for (MailOut row : found) {
            forgetRest("outbox_rest", mail);
            session.change(
                    "update {outbox} set recipients = ?, recipients_key = ?, content = ? where id = ?",
                    Codes.join(without(row.remaining(), without)),
                    without(row.all(), without).stream()
                            .map(EmailAddress::key)
                            .collect(Collectors.joining(" ", " ", " ")),
                    restOut.head(content),
                    mail);
            restOut.put(mail, content);
        }
    }

    private static List<EmailAddress> without(Collection<EmailAddress> all, Set<EmailAddress> gone) {
        return all.stream().filter(address -> !gone.contains(address)).toList();
    }

    private void forgetRest(String table, long mail) {
        if (session.dialect().limitsStatements()) {
            session.later("delete from {" + table + "} where mail = ?", mail);
        }
    }

    private static MailOut out(Row row) throws SQLException {
        long id = row.number();
        boolean sent = row.integer() == OutboxRow.SENT;
        TicketId ticket = ticket(row);
        List<EmailAddress> all = Codes.addresses(row.text().strip());
        return new MailOut(id, sent, ticket, all, Codes.addresses(row.text()), row.bytes());
    }

    private static MailIn in(Row row) throws SQLException {
        return new MailIn(row.number(), standing(row.textOrNull()), ticket(row), row.bytes());
    }

    private static @Nullable TicketId ticket(Row row) throws SQLException {
        Long number = row.numberOrNull();
        return number == null ? null : TicketId.of(number);
    }

    private static Standing standing(@Nullable String outcome) {
        if (outcome == null || outcome.equals(MailOutcome.QUARANTINED.name())) {
            return Standing.WAITS;
        }
        boolean isMessage = outcome.equals(MailOutcome.OPENED.name()) || outcome.equals(MailOutcome.APPENDED.name());
        return isMessage ? Standing.MESSAGE : Standing.OVER;
    }
}
