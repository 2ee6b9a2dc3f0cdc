// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.mail;

import dev.troubletickets.jdbc.internal.sql.Digest;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.IntakeStore;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailClass;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.MailroomView.Kept;
import dev.troubletickets.view.TakenMail;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

public final class SqlIntakeStore implements IntakeStore {
    private final Session session;
    private final Rest rest;

    public SqlIntakeStore(Session session) {
        this.session = session;
        this.rest = new Rest(session, "intake_rest");
    }

    @Override
    public OptionalLong store(String mailbox, String uid, String sha256, byte[] raw, Instant receivedAt) {
        OptionalLong id = session.insertForId(
                "insert into {intake} (mailbox, uid, sha256, received_at, bytes, raw) values (?, ?, ?, ?, ?, ?)",
                mailbox,
                uid,
                sha256,
                receivedAt,
                raw.length,
                rest.head(raw));
        id.ifPresent(mail -> rest.put(mail, raw));
        return id;
    }

    @Override
    public Optional<StoredMail> lockNext(Instant now) {
        return session
                .lockFree(
                        "select id, mailbox, received_at, raw, tries from {intake}"
                                + " where outcome is null and (due is null or due <= ?) order by " + order()
                                + " limit 1",
                        SqlIntakeStore::mail,
                        now)
                .stream()
                .findFirst()
                .map(this::whole);
    }

    @Override
    public boolean isPreceded(long mail, Instant now) {
        return session.first(
                        "select id from {intake} where outcome is null and (due is null or due <= ?) and id < ?"
                                + " order by " + order() + " limit 1",
                        Row::number,
                        now,
                        mail)
                .isPresent();
    }

    @Override
    public void finish(long mail, Ending ending) {
        session.later(
                "update {intake} set outcome = ?, mail_class = ?, ticket = ?, why = ?, due = null"
                        + " where id = ? and outcome is null",
                ending.outcome().name(),
                ending.mailClass() == null ? null : ending.mailClass().name(),
                ending.ticket() == null ? null : ending.ticket().value(),
                ending.why(),
                mail);
    }

    @Override
    public void postpone(long mail, Instant due, String why) {
        session.later(
                "update {intake} set due = ?, why = ?, tries = tries + 1 where id = ? and outcome is null",
                due,
                why,
                mail);
    }

    @Override
    public OptionalLong claimIdentity(String identity, long mail) {
        String digest = Digest.of(identity);
        if (session.insertIfAbsent("insert into {intake_identity} (identity, mail) values (?, ?)", digest, mail)) {
            return OptionalLong.empty();
        }
        long owner = session.number("select mail from {intake_identity} where identity = ?", digest);
        return owner == mail ? OptionalLong.empty() : OptionalLong.of(owner);
    }

    @Override
    public Optional<byte[]> raw(long mail) {
        return session.first("select raw from {intake} where id = ?", Row::bytes, mail)
                .map(head -> rest.whole(mail, head));
    }

    @Override
    public boolean requeue(long mail, Instant now) {
        return session.change(
                        "update {intake} set outcome = null, due = ? where id = ? and outcome = ?",
                        now,
                        mail,
                        MailOutcome.QUARANTINED.name())
                == 1;
    }

    @Override
    public boolean discard(long mail) {
        return session.change(
                        "update {intake} set outcome = ? where id = ? and outcome = ?",
                        MailOutcome.DISCARDED.name(),
                        mail,
                        MailOutcome.QUARANTINED.name())
                == 1;
    }

    @Override
    public Map<MailOutcome, Long> counts() {
        Map<MailOutcome, Long> counts = new EnumMap<>(MailOutcome.class);
        session.list(
                "select outcome, count(*) from {intake} where outcome is not null group by outcome",
                row -> counts.put(MailOutcome.valueOf(row.text()), row.number()));
        return counts;
    }

    @Override
    public long waiting() {
        return session.number("select count(*) from {intake} where outcome is null");
    }

    @Override
    public List<Kept> quarantined(int limit) {
        return session.list(
                "select id, mailbox, received_at, bytes, why, tries from {intake} where outcome = ?"
                        + " order by outcome desc, id desc limit " + limit,
                row -> new Kept(row.number(), row.text(), row.instant(), row.integer(), row.text(), row.integer()),
                MailOutcome.QUARANTINED.name());
    }

    @Override
    public List<TakenMail> taken(long before, int limit) {
        return session.list(
                "select id, mailbox, received_at, sha256, outcome, mail_class, ticket, why from {intake}"
                        + " where id < ? and outcome is not null order by id desc limit " + limit,
                SqlIntakeStore::taken,
                before);
    }

    @Override
    public List<Placed> placedIn(TicketId ticket) {
        return session.list(
                "select id, received_at, outcome, why from {intake} where ticket = ? and outcome is not null order by id",
                row -> new Placed(row.number(), row.instant(), MailOutcome.valueOf(row.text()), row.text()),
                ticket.value());
    }

    private String order() {
        return session.dialect().sortsByWholeIndex() ? "outcome, id" : "id";
    }

    private StoredMail whole(StoredMail mail) {
        return new StoredMail(
                mail.id(), mail.mailbox(), mail.receivedAt(), rest.whole(mail.id(), mail.raw()), mail.tries());
    }

    private static TakenMail taken(Row row) throws SQLException {
        return new TakenMail(
                row.number(),
                row.text(),
                row.instant(),
                row.text(),
                MailOutcome.valueOf(row.text()),
                Optional.ofNullable(row.textOrNull()).map(MailClass::valueOf),
                Optional.ofNullable(row.numberOrNull()).map(TicketId::of),
                row.text());
    }

    private static StoredMail mail(Row row) throws SQLException {
        return new StoredMail(row.number(), row.text(), row.instant(), row.bytes(), row.integer());
    }
}
