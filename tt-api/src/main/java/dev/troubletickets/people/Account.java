// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the host knows of a customer, as staff see it beside a ticket (A1, E1) and as rules ask for it (B8, B10). Addresses are those the
 * host has verified to be the account's; the first is where mail goes. Texts the host has nothing for are empty.
 *
 * @param logIn where staff log in as the customer. Everybody who sees the ticket gets it, and so does the support mailbox with the copy of a new
 *     ticket, and no audit knows of it: it must ask for a log-in of its own. The audited switch is {@code Customers.switchToPanel}
 * @param spending what the customer has spent, in the smallest unit of the one currency the host accounts in, over whatever time the
 *     host chooses; 0 if unknown
 * @param group the group the provider has put the customer into
 * @param brand the provider's project the account belongs to
 */
public record Account(
        AccountId id,
        String name,
        List<EmailAddress> addresses,
        String plan,
        List<Service> services,
        Optional<LocalDate> registered,
        Optional<ResellerId> reseller,
        Optional<URI> logIn,
        String comment,
        Locale language,
        long spending,
        String group,
        Characteristic characteristic,
        String brand) {
    public Account {
        addresses = List.copyOf(addresses);
        services = List.copyOf(services);
    }

    /** An account with a name and addresses; everything else empty, language English. */
    public static Account of(AccountId id, String name, EmailAddress... addresses) {
        return new Account(
                id,
                name,
                List.of(addresses),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Locale.ENGLISH,
                0,
                "",
                Characteristic.NONE,
                "");
    }

    public Account withPlan(String value) {
        return with(draft -> draft.plan = value);
    }

    public Account withServices(Service... values) {
        return with(draft -> draft.services = List.of(values));
    }

    public Account withRegistered(LocalDate day) {
        return with(draft -> draft.registered = Optional.of(day));
    }

    public Account withReseller(ResellerId value) {
        return with(draft -> draft.reseller = Optional.of(value));
    }

    /** The link that opens the customer's control panel for staff. */
    public Account withLogIn(URI link) {
        return with(draft -> draft.logIn = Optional.of(link));
    }

    public Account withComment(String value) {
        return with(draft -> draft.comment = value);
    }

    public Account withLanguage(Locale value) {
        return with(draft -> draft.language = value);
    }

    /** In the smallest unit of the host's currency. */
    public Account withSpending(long value) {
        return with(draft -> draft.spending = value);
    }

    public Account withGroup(String value) {
        return with(draft -> draft.group = value);
    }

    public Account withCharacteristic(Characteristic value) {
        return with(draft -> draft.characteristic = value);
    }

    public Account withBrand(String value) {
        return with(draft -> draft.brand = value);
    }

    public boolean owns(EmailAddress address) {
        return addresses.contains(address);
    }

    public boolean has(String service) {
        return services.stream().anyMatch(s -> s.name().equals(service));
    }

    private Account with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.account(this);
    }

    /** The account while one fact of it is being replaced. */
    private static final class Draft {
        private String plan;
        private List<Service> services;
        private Optional<LocalDate> registered;
        private Optional<ResellerId> reseller;
        private Optional<URI> logIn;
        private String comment;
        private Locale language;
        private long spending;
        private String group;
        private Characteristic characteristic;
        private String brand;

        Draft(Account a) {
            plan = a.plan;
            services = a.services;
            registered = a.registered;
            reseller = a.reseller;
            logIn = a.logIn;
            comment = a.comment;
            language = a.language;
            spending = a.spending;
            group = a.group;
            characteristic = a.characteristic;
            brand = a.brand;
        }

        Account account(Account of) {
            return new Account(
                    of.id,
                    of.name,
                    of.addresses,
                    plan,
                    services,
                    registered,
                    reseller,
                    logIn,
                    comment,
                    language,
                    spending,
                    group,
                    characteristic,
                    brand);
        }
    }
}
