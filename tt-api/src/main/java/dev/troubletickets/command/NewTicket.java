// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.command;

import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ticket to open (A1). The same form for customers and staff (A3); for whom it is says the desk's method.
 *
 * @param fields what stands in the installation's own fields (G10)
 */
public record NewTicket(
        Subject subject,
        String text,
        Optional<String> category,
        Optional<String> service,
        Optional<Priority> priority,
        List<Upload> attachments,
        Map<FieldKey, FieldValue> fields) {
    /** @throws dev.troubletickets.failure.Invalid if the text cannot be taken */
    public NewTicket {
        MessageText.require("text", text);
        attachments = List.copyOf(attachments);
        fields = Map.copyOf(fields);
    }

    /** @throws dev.troubletickets.failure.Invalid if the subject or the text cannot be taken */
    public static NewTicket of(String subject, String text) {
        return new NewTicket(
                Checked.value("subject", subject, Subject::of),
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of());
    }

    /** One of the installation's categories. */
    public NewTicket category(String name) {
        return new NewTicket(subject, text, Optional.of(name), service, priority, attachments, fields);
    }

    /** One of the account's services, by name. */
    public NewTicket service(String name) {
        return new NewTicket(subject, text, category, Optional.of(name), priority, attachments, fields);
    }

    /** Refused from customers unless the installation allows it (B11). */
    public NewTicket priority(Priority value) {
        return new NewTicket(subject, text, category, service, Optional.of(value), attachments, fields);
    }

    public NewTicket attach(Upload file) {
        List<Upload> more = new ArrayList<>(attachments);
        more.add(file);
        return new NewTicket(subject, text, category, service, priority, more, fields);
    }

    /**
     * Fills in a field of the installation's own.
     *
     * @throws dev.troubletickets.failure.Invalid if it is no key of a field
     */
    public NewTicket field(String key, FieldValue value) {
        Map<FieldKey, FieldValue> more = new HashMap<>(fields);
        more.put(Checked.value("fields", key, FieldKey::of), value);
        return new NewTicket(subject, text, category, service, priority, attachments, more);
    }
}
