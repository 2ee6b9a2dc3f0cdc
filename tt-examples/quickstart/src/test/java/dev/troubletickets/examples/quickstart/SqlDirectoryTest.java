// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.contract.identity.DirectoryContract;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Reseller;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.Service;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.spi.identity.Directory;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The directory over a panel's tables, on H2. */
class SqlDirectoryTest implements DirectoryContract {
    private static final List<String> TABLES = List.of(
            "create table panel_user (login varchar(190) primary key, role varchar(20) not null, name varchar(190) not null,"
                    + " plan varchar(190) not null, reseller varchar(190))",
            "create table panel_mail (login varchar(190) not null, place int not null, mail varchar(254) not null)",
            "create table panel_domain (login varchar(190) not null, name varchar(253) not null, server varchar(190) not null)",
            "create table panel_switch (token varchar(36) primary key, staff varchar(190) not null, login varchar(190) not null)");

    private JdbcConnectionPool database;

    private static JdbcConnectionPool empty() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    @Override
    public Directory directoryOf(List<Account> accounts, List<StaffMember> staff, List<Reseller> resellers) {
        database = empty();
        Sql sql = new Sql(database);
        TABLES.forEach(sql::change);
        accounts.forEach(account -> insert(sql, account));
        staff.forEach(
                one -> insert(sql, one.id().value(), one.mainAdministrator() ? "ROOT" : "SUPPORTER", one.reseller()));
        resellers.forEach(one -> insert(sql, one.id().value(), "RESELLER", one.parent()));
        return new SqlDirectory(database);
    }

    private static void insert(Sql sql, Account account) {
        String login = account.id().value();
        sql.change(
                "insert into panel_user values (?, 'CUSTOMER', ?, ?, ?)",
                login,
                account.name(),
                account.plan(),
                account.reseller().map(ResellerId::value).orElse(null));
        for (int i = 0; i < account.addresses().size(); i++) {
            sql.change(
                    "insert into panel_mail values (?, ?, ?)",
                    login,
                    i,
                    account.addresses().get(i).value());
        }
        for (Service service : account.services()) {
            sql.change("insert into panel_domain values (?, ?, 'web7')", login, service.name());
        }
    }

    private static void insert(Sql sql, String login, String role, Optional<ResellerId> reseller) {
        sql.change(
                "insert into panel_user values (?, ?, ?, '', ?)",
                login,
                role,
                login,
                reseller.map(ResellerId::value).orElse(null));
    }

    @Test
    @Tag("E1")
    void aServiceSaysOnWhichServerItIs() {
        Account jane = Account.of(JANE, "Jane", EmailAddress.of("jane@jane.example"))
                .withServices(new Service("jane.example", "web hosting"));

        assertThat(directoryOf(List.of(jane), List.of(), List.of()).account(JANE))
                .hasValueSatisfying(
                        found -> assertThat(found.services().get(0).facts()).isEqualTo(Map.of("Server", "web7")));
    }

    @Test
    @Tag("E1")
    void aDatabaseThatIsDownIsUnavailable() {
        Directory directory = directoryOf(
                List.of(Account.of(JANE, "Jane", EmailAddress.of("jane@jane.example"))), List.of(), List.of());
        SupportCenter center = SupportCenter.builder()
                .storage(InMemoryStorage.create())
                .identity(directory)
                .installation("Harbour Hosting", "support@harbour.example")
                .build();
        assertThat(center.customer(JANE).unread()).isZero();
        database.dispose();

        assertThatThrownBy(() -> center.customer(JANE).unread())
                .isInstanceOf(Unavailable.class)
                .hasMessageNotContaining("panel's database");
    }

    @Test
    @Tag("E1")
    void eachLinkToAPanelIsAnotherOne() {
        Directory directory = directoryOf(List.of(), List.of(), List.of());
        Optional<URI> first = directory.panelLink(JOHN, JANE);
        assertThat(first).isPresent();
        assertThat(directory.panelLink(JOHN, JANE)).isPresent().isNotEqualTo(first);
    }
}
