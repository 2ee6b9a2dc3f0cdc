// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A panel's own users, as it has had them all along; here in a list, in a panel in its tables. */
record PanelUsers(List<PanelUser> all) {
    /** Who somebody is to the panel. */
    enum Role {
        CUSTOMER,
        RESELLER,
        SUPPORTER,
        ROOT
    }

    /** @param mails those the user has confirmed, the first for letters */
    record PanelUser(
            String login,
            Role role,
            String name,
            List<String> mails,
            String plan,
            List<String> domains,
            String reseller) {
        boolean isStaff() {
            return role == Role.SUPPORTER || role == Role.ROOT;
        }
    }

    Optional<PanelUser> find(String login) {
        return all.stream().filter(user -> user.login().equals(login)).findFirst();
    }

    List<PanelUser> byMail(String mail) {
        return all.stream()
                .filter(user -> user.mails().stream().anyMatch(mail::equalsIgnoreCase))
                .toList();
    }

    /** The logins of resellers beneath that one, at any depth. */
    Set<String> beneath(String reseller) {
        Set<String> beneath = new HashSet<>();
        Set<String> level = Set.of(reseller);
        while (!level.isEmpty()) {
            Set<String> above = level;
            level = all.stream()
                    .filter(user -> user.role() == Role.RESELLER && above.contains(user.reseller()))
                    .map(PanelUser::login)
                    .filter(beneath::add)
                    .collect(Collectors.toSet());
        }
        return beneath;
    }

    /** A link that works once, and for a minute. */
    URI switchLink(String staff, PanelUser user) {
        return URI.create(
                "https://panel.harbour.example/as/" + user.login() + "?by=" + staff + "&once=" + UUID.randomUUID());
    }

    List<PanelUser> search(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(user -> (user.login() + "\n" + user.name() + "\n" + String.join("\n", user.mails()))
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }
}
