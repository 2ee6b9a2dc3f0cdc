// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.memory.InMemoryDirectory;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.people.Service;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.spi.identity.Directory;
import dev.troubletickets.spi.mail.MailSystem;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.ticket.QueueId;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

/** Harbour Hosting: the people its panel knows, and how the panel puts its support desk together. */
final class Harbour {
    static final String SUPPORT = "support@harbour.example";
    static final String SALES = "sales@harbour.example";
    static final AccountId JANE = AccountId.of("jane");
    static final StaffId ADA = StaffId.of("ada");
    static final StaffId TOM = StaffId.of("tom");

    private Harbour() {}

    /** Everything the library has to be given. */
    static SupportCenter open(Storage storage, MailSystem mail, Clock clock) {
        SupportCenter center = SupportCenter.builder()
                .storage(storage)
                .identity(people())
                .mail(mail)
                .secret(Secret.of("a panel keeps this with its other secrets"))
                .installation(settings())
                .clock(clock)
                .build();
        setUp(center);
        return center;
    }

    /** A real panel asks its own tables; see the guide. */
    private static Directory people() {
        Account jane = Account.of(JANE, "Jane Doe", address("jane@jane.example"), address("jane.doe@home.example"))
                .withPlan("Web L")
                .withServices(new Service("jane.example", "web hosting"), new Service("jane-vps", "virtual server"))
                .withRegistered(LocalDate.of(2021, 3, 14))
                .withLogIn(URI.create("https://panel.harbour.example/log-in-as/jane"));
        Account bob = Account.of(AccountId.of("bob"), "Bob's Bakery", address("bob@bakery.example"))
                .withPlan("Web S")
                .withServices(new Service("bakery.example", "web hosting"));
        return new InMemoryDirectory()
                .add(jane)
                .add(bob)
                .add(StaffMember.mainAdministrator(ADA.value()))
                .add(StaffMember.technician(TOM.value()));
    }

    private static Settings settings() {
        return Settings.of("Harbour Hosting", address(SUPPORT))
                .withAutoClose(AutoClose.afterDays(7))
                .withCategories(Category.of("Web and mail"), Category.of("Servers"));
    }

    /** What an administrator does once, in the panel's settings; on a database that was used before, most of it is there. */
    private static void setUp(SupportCenter center) {
        AdminDesk ada = center.administration(ADA);
        QueueId sales = ada.queues().stream()
                .filter(queue -> queue.name().equals("Sales"))
                .map(Queue::id)
                .findFirst()
                .orElseGet(() -> ada.createQueue(QueueSettings.named("Sales").withAddress(address(SALES))));
        ada.entitle(TOM, Set.of(sales));
        center.staff(TOM)
                .saveProfile(StaffProfile.of("Tom Keller", address("tom@harbour.example"))
                        .withDescription("web and mail")
                        .withSignature("Tom Keller\nHarbour Hosting, we keep you afloat"));
    }

    private static EmailAddress address(String text) {
        return EmailAddress.of(text);
    }
}
