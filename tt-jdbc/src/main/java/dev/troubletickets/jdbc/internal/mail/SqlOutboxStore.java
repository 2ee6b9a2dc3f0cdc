// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.mail;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.AutomaticMailLimits.Limit;
import dev.troubletickets.spi.storage.OutboxStore;
import dev.troubletickets.spi.storage.OutgoingData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Delivery;
import dev.troubletickets.view.MailroomView.Outgoing;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Mails on their way out. The column due says when a mail may be taken, by anyone: the next try of one that is ready, the end of the
 * lease of one that is taken. The states stand in the text of the statements, as partial indexes need it; see {@link OutboxRow}.
 */
public final class SqlOutboxStore implements OutboxStore {
    private static final String HELD = " where id = ? and fence = ? and state in (1, 2)";

    private final Session session;
    private final Rest rest;

    public SqlOutboxStore(Session session) {
        this.session = session;
        this.rest = new Rest(session, "outbox_rest");
    }

    @Override
    public void add(OutgoingData mail) {
        if (rest.isNeeded(mail.content())) {
            long id = session.insertForId(OutboxRow.INSERT, OutboxRow.values(mail, rest.head(mail.content())))
                    .orElseThrow();
            rest.put(id, mail.content());
        } else {
            session.later(OutboxRow.INSERT, OutboxRow.values(mail, mail.content()));
        }
    }

    @Override
    public List<Claim> claim(Instant now, Instant until, int limit) {
        List<Claim> claims = session.lockFree(
                "select " + OutboxRow.CLAIM + " from {outbox} o where "
                        + session.dialect().unsettled() + " and due <= ?"
                        + " and (ticket is null or not exists (select 1 from {outbox} earlier"
                        + " where earlier.ticket = o.ticket and earlier.id < o.id and earlier.state in (0, 1, 2)"
                        + " and earlier.kind <> 'COPY'))"
                        + " order by due, id limit " + limit,
                OutboxRow::claim,
                now);
        for (Claim claim : claims) {
            session.later(
                    "update {outbox} set fence = ?, due = ?, state = case when state = 2 then 2 else 1 end where id = ?",
                    claim.fence(),
                    until,
                    claim.id());
        }
        return claims.stream().map(this::whole).toList();
    }

    @Override
    public boolean sending(long mail, long fence) {
        return session.change("update {outbox} set state = 2" + HELD, mail, fence) == 1;
    }

    @Override
    public boolean sent(long mail, long fence, Instant now) {
        return session.change(
                        "update {outbox} set state = ?, reason = null, sent_at = ?" + HELD,
                        OutboxRow.SENT,
                        now,
                        mail,
                        fence)
                == 1;
    }

    /** The key column keeps all recipients, by whom automatic mails are counted and bounces believed. */
    @Override
    public boolean narrow(long mail, long fence, List<EmailAddress> remaining) {
        return session.change("update {outbox} set recipients = ?" + HELD, Codes.join(remaining), mail, fence) == 1;
    }

    @Override
    public boolean postpone(long mail, long fence, Instant due, String reason, boolean again) {
        return session.change(
                        "update {outbox} set state = 0, due = ?, reason = ?, tries = tries + 1, again = (again or ?)"
                                + HELD,
                        due,
                        reason,
                        again,
                        mail,
                        fence)
                == 1;
    }

    @Override
    public boolean uncertain(long mail, long fence, String reason) {
        return settle(mail, fence, OutboxRow.UNCERTAIN, reason);
    }

    @Override
    public boolean failed(long mail, long fence, String reason) {
        return settle(mail, fence, OutboxRow.FAILED, reason);
    }

    @Override
    public boolean retry(long mail, Instant now) {
        return session.change(
                        "update {outbox} set again = (again or state = 4), state = 0, due = ?, tries = 0, reason = null, fence = fence + 1"
                                + " where id = ? and state in (4, 5)",
                        now,
                        mail)
                == 1;
    }

    @Override
    public Map<MessageId, Delivery> deliveries(Collection<TicketId> tickets) {
        Map<MessageId, Delivery> deliveries = new HashMap<>();
        if (!tickets.isEmpty()) {
            session.list(
                    "select ticket, message, state, reason from {outbox} where ticket in ("
                            + Codes.marks(tickets.size()) + ") and message is not null order by id",
                    row -> deliveries.put(
                            MessageId.publicMessage(TicketId.of(row.number()), row.integer()), OutboxRow.delivery(row)),
                    tickets.stream().map(TicketId::value).toArray());
        }
        return deliveries;
    }

    @Override
    public boolean isUnderWay(Collection<TicketId> tickets) {
        return !tickets.isEmpty()
                && session.first(
                                "select 1 from {outbox} where ticket in (" + Codes.marks(tickets.size())
                                        + ") and state < 3 and kind <> 'COPY' limit 1",
                                row -> true,
                                tickets.stream().map(TicketId::value).toArray())
                        .isPresent();
    }

    @Override
    public Optional<Sent> findByMessageId(String messageId) {
        if (messageId.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return session.first(
                "select " + OutboxRow.WAY + " from {outbox} where message_id = ? order by id limit 1",
                OutboxRow::sent,
                messageId);
    }

    @Override
    public Automatic countAutomatic(EmailAddress recipient, TicketId ticket, Instant since) {
        return session.first(
                        "select count(case when position(? in recipients_key) > 0 then 1 end),"
                                + " count(case when ticket = ? then 1 end), count(*)"
                                + " from {outbox} where kind = 'AUTOMATIC' and created_at >= ?",
                        row -> new Automatic(row.number(), row.number(), row.number()),
                        " " + recipient.key() + " ",
                        ticket.value(),
                        since)
                .orElseThrow();
    }

    @Override
    public void withheld(Limit by, Instant at) {
        session.later("insert into {withheld} (reason, created_at) values (?, ?)", by.name(), at);
    }

    @Override
    public Map<Limit, Long> withheld(Instant since) {
        Map<Limit, Long> counts = new EnumMap<>(Limit.class);
        session.list(
                "select reason, count(*) from {withheld} where created_at >= ? group by reason",
                row -> counts.put(Limit.valueOf(row.text()), row.number()),
                since);
        return counts;
    }

    @Override
    public Map<Delivery.State, Long> counts() {
        Map<Delivery.State, Long> counts = new EnumMap<>(Delivery.State.class);
        session.list(
                "select state, count(*) from {outbox} group by state",
                row -> counts.merge(OutboxRow.state(row.integer()), row.number(), Long::sum));
        return counts;
    }

    @Override
    public List<Outgoing> troubled(int limit) {
        return session.list(
                "select " + OutboxRow.OUTGOING
                        + " from {outbox} where state in (4, 5) or (state in (0, 1, 2) and tries > 0)"
                        + " order by id desc limit " + limit,
                OutboxRow::outgoing);
    }

    private Claim whole(Claim claim) {
        byte[] content = rest.whole(claim.id(), claim.mail().content());
        return new Claim(
                claim.id(),
                claim.fence(),
                OutboxRow.with(claim.mail(), content),
                claim.wasSending(),
                claim.tries(),
                claim.again());
    }

    private boolean settle(long mail, long fence, int state, String reason) {
        return session.change("update {outbox} set state = ?, reason = ?" + HELD, state, reason, mail, fence) == 1;
    }
}
