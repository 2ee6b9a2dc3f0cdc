// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.fields.CustomField;
import dev.troubletickets.people.Service;
import dev.troubletickets.settings.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page for a new ticket offers a customer.
 *
 * @param announcements in force for what this customer may choose, in their order (G13)
 * @param fields of the installation's own (G10), by the category that is chosen; under the empty text those to fill in without one
 */
public record NewTicketForm(
        List<String> categories,
        List<Service> services,
        boolean priorityAllowed,
        Limits limits,
        List<AnnouncementShown> announcements,
        Map<String, List<CustomField>> fields) {
    public NewTicketForm {
        categories = List.copyOf(categories);
        services = List.copyOf(services);
        announcements = List.copyOf(announcements);
        fields = Map.copyOf(fields);
    }

    /** What to show with that category and service, or with none. */
    public List<AnnouncementShown> announcementsOf(Optional<String> category, Optional<String> service) {
        return announcements.stream()
                .filter(each -> each.isFor(category, service))
                .toList();
    }

    /** The installation's own fields to fill in with that category, or with none. */
    public List<CustomField> fieldsOf(Optional<String> category) {
        return fields.getOrDefault(category.orElse(""), List.of());
    }
}
