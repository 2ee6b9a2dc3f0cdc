// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Reseller;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.Service;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.spi.identity.Directory;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A directory over a panel's own tables. */
final class SqlDirectory implements Directory {
    private static final String ACCOUNTS =
            "select u.login, u.name, u.plan, u.reseller from panel_user u where u.role = 'CUSTOMER'";

    private final Sql sql;

    SqlDirectory(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return accounts(Set.of(id)).stream().findFirst();
    }

    // region: accounts
    @Override
    public List<Account> accounts(Set<AccountId> ids) {
        return ids.isEmpty()
                ? List.of()
                : accounts(
                        ACCOUNTS + " and u.login in (" + marks(ids.size()) + ")",
                        ids.stream().map(AccountId::value).toArray());
    }

    @Override
    public List<Account> searchAccounts(String words, int limit) {
        String part = "%" + words.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        return accounts(
                ACCOUNTS + " and (lower(u.login) like ? escape '!' or lower(u.name) like ? escape '!' or exists"
                        + " (select 1 from panel_mail m where m.login = u.login and lower(m.mail) like ? escape '!'))"
                        + " order by case when lower(u.login) = lower(?) then 0 else 1 end, u.login limit ?",
                part,
                part,
                part,
                words.strip(),
                Math.max(limit, 0));
    }
    // endregion

    @Override
    public List<Account> accountsOf(EmailAddress address) {
        return accounts(
                ACCOUNTS
                        + " and exists (select 1 from panel_mail m where m.login = u.login and lower(m.mail) = lower(?))",
                address.value());
    }

    @Override
    public Optional<StaffMember> staff(StaffId id) {
        return sql
                .list(
                        "select login, role, reseller from panel_user where role in ('SUPPORTER', 'ROOT') and login = ?",
                        SqlDirectory::member,
                        id.value())
                .stream()
                .findFirst();
    }

    @Override
    public List<StaffMember> staff() {
        return sql.list(
                "select login, role, reseller from panel_user where role in ('SUPPORTER', 'ROOT') order by login",
                SqlDirectory::member);
    }

    // region: tree
    @Override
    public Optional<Reseller> reseller(ResellerId id) {
        return sql
                .list(
                        "select reseller from panel_user where role = 'RESELLER' and login = ?",
                        row -> new Reseller(id, reseller(row.getString(1))),
                        id.value())
                .stream()
                .findFirst();
    }

    @Override
    public Set<ResellerId> resellersBeneath(ResellerId id) {
        Set<ResellerId> beneath = new HashSet<>();
        List<String> level = List.of(id.value());
        while (!level.isEmpty()) { // ends in a circle, too: nobody is gone to twice
            level = sql
                    .list(
                            "select login from panel_user where role = 'RESELLER' and reseller in ("
                                    + marks(level.size()) + ")",
                            row -> row.getString(1),
                            level.toArray())
                    .stream()
                    .filter(login -> beneath.add(ResellerId.of(login)))
                    .toList();
        }
        return beneath;
    }

    @Override
    public Optional<URI> panelLink(StaffId staff, AccountId account) {
        String once = UUID.randomUUID().toString();
        sql.change(
                "insert into panel_switch (token, staff, login) values (?, ?, ?)",
                once,
                staff.value(),
                account.value());
        return Optional.of(URI.create("https://panel.example.com/switch/" + once));
    }
    // endregion

    private List<Account> accounts(String query, Object... values) {
        record User(String login, String name, String plan, Optional<ResellerId> reseller) {}
        List<Account> accounts = new ArrayList<>();
        for (User user : sql.list(
                query,
                row -> new User(row.getString(1), row.getString(2), row.getString(3), reseller(row.getString(4))),
                values)) {
            Account account = Account.of(AccountId.of(user.login()), user.name(), mails(user.login()))
                    .withPlan(user.plan())
                    .withServices(services(user.login()));
            accounts.add(user.reseller().map(account::withReseller).orElse(account));
        }
        return accounts;
    }

    private EmailAddress[] mails(String login) {
        return sql.list(
                        "select mail from panel_mail where login = ? order by place",
                        row -> EmailAddress.of(row.getString(1)),
                        login)
                .toArray(EmailAddress[]::new);
    }

    private Service[] services(String login) {
        return sql.list(
                        "select name, server from panel_domain where login = ? order by name",
                        row -> new Service(row.getString(1), "web hosting").with("Server", row.getString(2)),
                        login)
                .toArray(Service[]::new);
    }

    private static StaffMember member(ResultSet row) throws SQLException {
        return new StaffMember(
                StaffId.of(row.getString(1)), row.getString(2).equals("ROOT"), reseller(row.getString(3)));
    }

    private static Optional<ResellerId> reseller(String login) {
        return Stream.ofNullable(login).map(ResellerId::of).findFirst();
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
