// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.examples.quickstart.PanelUsers.PanelUser;
import dev.troubletickets.examples.quickstart.PanelUsers.Role;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.Secret;
import dev.troubletickets.people.Service;
import dev.troubletickets.spi.mail.MailSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** What the host of the documentation's snippets has already: users, a database, a secret. */
final class Panel {
    static final Secret SECRET = Secret.of("sixteen random bytes or more");
    static final PanelUsers USERS = new PanelUsers(List.of(
            user("jane", Role.CUSTOMER, "Jane Doe"),
            user("tom", Role.SUPPORTER, "Tom Keller"),
            user("kim", Role.SUPPORTER, "Kim Lind"),
            user("ada", Role.ROOT, "Ada King")));

    private Panel() {}

    static SupportCenter center() {
        return onMemory().build();
    }

    static SupportCenter center(MailSystem mail) {
        return onMemory().mail(mail).secret(SECRET).build();
    }

    static SupportCenter.Builder onMemory() {
        return SupportCenter.builder()
                .storage(InMemoryStorage.create())
                .identity(new PanelDirectory(USERS))
                .installation("Harbour Hosting", "support@harbour.example");
    }

    static DataSource dataSource(Path directory) {
        return JdbcConnectionPool.create(url(directory), "sa", "");
    }

    static String url(Path directory) {
        return "jdbc:h2:file:" + directory.resolve("panel").toAbsolutePath() + ";WRITE_DELAY=0";
    }

    private static PanelUser user(String login, Role role, String name) {
        String mail = login + "@" + login + ".example";
        return new PanelUser(login, role, name, List.of(mail), "Web L", List.of(login + ".example"), "");
    }

    /** Someone of whom no more is known. */
    static PanelUser user(String login, Role role, Optional<ResellerId> reseller) {
        return new PanelUser(
                login,
                role,
                login,
                List.of(),
                "",
                List.of(),
                reseller.map(ResellerId::value).orElse(""));
    }

    /** The panel's user who is this account to the library. */
    static PanelUser customer(Account account) {
        return new PanelUser(
                account.id().value(),
                Role.CUSTOMER,
                account.name(),
                account.addresses().stream().map(EmailAddress::value).toList(),
                account.plan(),
                account.services().stream().map(Service::name).toList(),
                account.reseller().map(ResellerId::value).orElse(""));
    }
}
