// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.money;

import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.Statement;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.LedgerStore;
import dev.troubletickets.spi.storage.StatementStore;
import dev.troubletickets.spi.storage.WriteConflict;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements. Their charges are rows of the ledger that carry their number; totals stand as {@code EUR 1250,JPY -3}. */
public final class SqlStatementStore implements StatementStore {
    private static final String SELECT =
            "select reseller, statement, from_day, through_day, zone, issued_at, issued_by, charges, totals"
                    + " from {reseller_statement} where reseller = ? and ";

    private final Session session;

    public SqlStatementStore(Session session) {
        this.session = session;
    }

    /** Its number first, so that of two who issue one has to wait; and the sums of what was taken, not of what was to be. */
    @Override
    public Statement issue(Statement draft, Instant before) {
        String reseller = draft.id().reseller().value();
        int number = draft.id().number();
        boolean isFirst = session.insertIfAbsent(
                "insert into {reseller_statement} (reseller, statement, from_day, through_day, zone, issued_at, issued_by,"
                        + " charges, totals) values (?, ?, ?, ?, ?, ?, ?, 0, '')",
                reseller,
                number,
                draft.period().from().toString(),
                draft.period().through().toString(),
                draft.zone().getId(),
                draft.issuedAt(),
                draft.issuedBy().map(StaffId::value).orElse(""));
        if (!isFirst) {
            throw new WriteConflict("the statement was issued already");
        }
        session.change(
                "update {reseller_charge} set statement = ? where reseller = ? and statement = 0 and happened_at < ?",
                number,
                reseller,
                before);
        LedgerStore.Sums sums = ChargeRow.sums(session.list(
                ChargeRow.SUMS + "c.reseller = ? and c.statement = ?" + ChargeRow.BY_CURRENCY,
                ChargeRow::sum,
                reseller,
                number));
        session.change(
                "update {reseller_statement} set charges = ?, totals = ? where reseller = ? and statement = ?",
                sums.charges(),
                text(sums.totals()),
                reseller,
                number);
        return find(draft.id()).orElseThrow();
    }

    @Override
    public Optional<Statement> find(StatementId id) {
        return session.first(
                SELECT + "statement = ?", SqlStatementStore::read, id.reseller().value(), id.number());
    }

    @Override
    public Optional<Statement> find(ResellerId reseller, BillingPeriod period) {
        return session.first(
                SELECT + "from_day = ? and through_day = ?",
                SqlStatementStore::read,
                reseller.value(),
                period.from().toString(),
                period.through().toString());
    }

    @Override
    public List<Statement> list(ResellerId reseller, int before, int limit) {
        return session.list(
                SELECT + "statement < ? order by reseller desc, statement desc limit " + limit,
                SqlStatementStore::read,
                reseller.value(),
                before);
    }

    private static Statement read(Row row) throws SQLException {
        ResellerId reseller = ResellerId.of(row.text());
        StatementId id = new StatementId(reseller, row.integer());
        LocalDate from = LocalDate.parse(row.text());
        BillingPeriod period = new BillingPeriod(from, LocalDate.parse(row.text()));
        ZoneId zone = ZoneId.of(row.text());
        Instant issuedAt = row.instant();
        Optional<StaffId> by =
                Optional.of(row.text()).filter(text -> !text.isEmpty()).map(StaffId::of);
        return new Statement(id, period, zone, issuedAt, by, row.number(), totals(row.text()));
    }

    private static String text(List<Money> totals) {
        return totals.stream()
                .map(total -> total.currency().getCurrencyCode() + " " + total.units())
                .collect(Collectors.joining(","));
    }

    private static List<Money> totals(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(each -> each.split(" "))
                        .map(each -> new Money(Long.parseLong(each[1]), Currency.getInstance(each[0])))
                        .toList();
    }
}
