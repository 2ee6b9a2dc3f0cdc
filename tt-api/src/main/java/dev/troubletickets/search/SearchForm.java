// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.search;

import dev.troubletickets.fields.CustomField;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.QueueId;
import java.util.List;

/**
 * What the page of a search offers this searcher to choose from.
 *
 * @param queues those whose tickets the searcher sees, by name
 * @param technicians everyone on the searcher's side, in the host's order; a name where there is a profile, else the id
 * @param resellers those with tickets the searcher sees (C3), by id, at most 500
 * @param fields of the installation's own (G10)
 */
public record SearchForm(
        List<Choice<QueueId>> queues,
        List<String> categories,
        List<Choice<StaffId>> technicians,
        List<ResellerId> resellers,
        List<CustomField> fields) {
    public SearchForm {
        queues = List.copyOf(queues);
        categories = List.copyOf(categories);
        technicians = List.copyOf(technicians);
        resellers = List.copyOf(resellers);
        fields = List.copyOf(fields);
    }

    public record Choice<T>(T id, String name) {}
}
