// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.fields;

import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A field that an installation adds to its tickets (G10).
 *
 * @param label what people see, one line of 1 to 200 characters
 * @param type stays for good
 * @param choices what to choose from, 1 to 100, for {@link FieldType#CHOICE} alone
 * @param queues only of tickets in one of these; of all, if empty
 * @param categories only of tickets in one of these, as written in the settings; of all, if empty
 * @param audience who knows of it
 * @param required a form that opens a ticket has to fill it in, if it shows it; mails never have to
 */
public record CustomField(
        FieldKey key,
        String label,
        FieldType type,
        List<String> choices,
        Set<QueueId> queues,
        Set<String> categories,
        Audience audience,
        boolean required) {
    private static final int MOST_CHOICES = 100;

    /** Who sees and fills in a field. */
    public enum Audience {
        CUSTOMERS_AND_STAFF,
        STAFF
    }

    /** @throws IllegalArgumentException if the label is no line, or there are choices where none belong, none where some do, or one twice */
    public CustomField {
        label = Lines.line("a field's label", label);
        choices = choices.stream().map(choice -> Lines.line("a choice", choice)).toList();
        queues = Set.copyOf(queues);
        categories = Set.copyOf(categories);
        boolean some = type == FieldType.CHOICE;
        if (choices.isEmpty() == some || choices.size() > MOST_CHOICES) {
            throw new IllegalArgumentException(
                    "a field of type CHOICE has 1 to " + MOST_CHOICES + " choices, others none");
        }
        if (choices.stream().distinct().count() < choices.size()) {
            throw new IllegalArgumentException("each choice stands once");
        }
    }

    /** Of all tickets, for customers and staff, not required. */
    public static CustomField of(String key, String label, FieldType type) {
        return new CustomField(
                FieldKey.of(key), label, type, List.of(), Set.of(), Set.of(), Audience.CUSTOMERS_AND_STAFF, false);
    }

    public static CustomField choice(String key, String label, String... choices) {
        return new CustomField(
                FieldKey.of(key),
                label,
                FieldType.CHOICE,
                List.of(choices),
                Set.of(),
                Set.of(),
                Audience.CUSTOMERS_AND_STAFF,
                false);
    }

    public CustomField onlyIn(QueueId... some) {
        return with(draft -> draft.queues = Set.of(some));
    }

    public CustomField onlyOf(String... someCategories) {
        return with(draft -> draft.categories = Set.of(someCategories));
    }

    public CustomField forStaff() {
        return with(draft -> draft.audience = Audience.STAFF);
    }

    public CustomField asRequired() {
        return with(draft -> draft.required = true);
    }

    public boolean isForCustomers() {
        return audience == Audience.CUSTOMERS_AND_STAFF;
    }

    /** True if the value can stand in this field now. */
    public boolean takes(FieldValue value) {
        return value.type() == type && (type != FieldType.CHOICE || choices.contains(value.text()));
    }

    private CustomField with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new CustomField(
                key, label, type, choices, draft.queues, draft.categories, draft.audience, draft.required);
    }

    /** The field while a part of it is being replaced. */
    private static final class Draft {
        private Set<QueueId> queues;
        private Set<String> categories;
        private Audience audience;
        private boolean required;

        Draft(CustomField f) {
            queues = f.queues;
            categories = f.categories;
            audience = f.audience;
            required = f.required;
        }
    }
}
