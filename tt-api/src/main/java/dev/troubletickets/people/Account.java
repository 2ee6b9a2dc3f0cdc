// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the host knows of a customer, as staff see it beside a ticket (A1, E1). Addresses are those the host has verified to be the
 * account's; the first is where mail goes.
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
        Locale language) {
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
                Locale.ENGLISH);
    }

    public Account withPlan(String value) {
        return new Account(id, name, addresses, value, services, registered, reseller, logIn, comment, language);
    }

    public Account withServices(Service... values) {
        return new Account(id, name, addresses, plan, List.of(values), registered, reseller, logIn, comment, language);
    }

    public Account withRegistered(LocalDate day) {
        return new Account(id, name, addresses, plan, services, Optional.of(day), reseller, logIn, comment, language);
    }

    public Account withReseller(ResellerId value) {
        return new Account(
                id, name, addresses, plan, services, registered, Optional.of(value), logIn, comment, language);
    }

    /** The link that opens the customer's control panel for staff. */
    public Account withLogIn(URI link) {
        return new Account(
                id, name, addresses, plan, services, registered, reseller, Optional.of(link), comment, language);
    }

    public boolean owns(EmailAddress address) {
        return addresses.contains(address);
    }

    public boolean has(String service) {
        return services.stream().anyMatch(s -> s.name().equals(service));
    }
}
