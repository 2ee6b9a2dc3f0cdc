// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.Service;
import dev.troubletickets.settings.Limits;
import java.util.List;

/** What the page for a new ticket offers a customer. */
public record NewTicketForm(List<String> categories, List<Service> services, boolean priorityAllowed, Limits limits) {
    public NewTicketForm {
        categories = List.copyOf(categories);
        services = List.copyOf(services);
    }
}
