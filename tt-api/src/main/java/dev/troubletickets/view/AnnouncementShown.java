// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import java.util.Optional;
import java.util.Set;

/**
 * An announcement on the page for a new ticket (G13), in the customer's language.
 *
 * @param stopsIntake a ticket it is for will be refused
 * @param categories the customer's choices with which it is for the ticket; the empty text stands for none chosen
 * @param services the same of services
 */
public record AnnouncementShown(String text, boolean stopsIntake, Set<String> categories, Set<String> services) {
    public AnnouncementShown {
        categories = Set.copyOf(categories);
        services = Set.copyOf(services);
    }

    public boolean isFor(Optional<String> category, Optional<String> service) {
        return categories.contains(category.orElse("")) && services.contains(service.orElse(""));
    }
}
