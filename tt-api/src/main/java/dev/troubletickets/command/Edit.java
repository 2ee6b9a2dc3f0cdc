// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.command;

import dev.troubletickets.failure.Invalid;
import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.Subject;
import dev.troubletickets.ticket.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One changed parameter of a ticket (A13). Several are saved together or not at all; none sends a reply or a note. */
public sealed interface Edit {
    record SetSubject(Subject subject) implements Edit {}

    record SetRequester(EmailAddress requester) implements Edit {}

    record SetCc(Set<EmailAddress> cc) implements Edit {
        public SetCc {
            cc = Set.copyOf(cc);
        }
    }

    record SetPriority(Priority priority) implements Edit {}

    record SetStatus(Status status) implements Edit {}

    record SetQueue(QueueId queue) implements Edit {}

    record SetCategory(Optional<String> category) implements Edit {}

    record SetService(Optional<String> service) implements Edit {}

    record SetSummary(Optional<String> summary) implements Edit {
        /** @throws Invalid if the text cannot be taken */
        public SetSummary {
            summary.ifPresent(text -> MessageText.require("summary", text));
        }
    }

    record SetAccount(Optional<AccountId> account) implements Edit {}

    record SetSticky(boolean sticky) implements Edit {}

    /** At most 20 a ticket; those it has already stay as they are. */
    record AddTags(Set<Tag> tags) implements Edit {
        public AddTags {
            tags = Set.copyOf(tags);
        }
    }

    record RemoveTags(Set<Tag> tags) implements Edit {
        public RemoveTags {
            tags = Set.copyOf(tags);
        }
    }

    /** A field of the installation's own (G10); several of these with different fields are different edits. */
    record SetField(FieldKey field, Optional<FieldValue> value) implements Edit {}

    /** @throws Invalid if it is no subject */
    static Edit subject(String value) {
        return new SetSubject(Checked.value("subject", value, Subject::of));
    }

    /** @throws Invalid if it is no e-mail address */
    static Edit requester(String address) {
        return new SetRequester(Checked.value("requester", address, EmailAddress::of));
    }

    /** Replaces all; without arguments there is no CC any more. */
    static Edit cc(EmailAddress... addresses) {
        return new SetCc(Set.copyOf(List.of(addresses)));
    }

    /** @throws Invalid if it is outside 0 to 100 */
    static Edit priority(int value) {
        return new SetPriority(Checked.value("priority", Integer.toString(value), v -> Priority.of(value)));
    }

    /** <i>Place at the beginning of the queue</i>: the highest priority (B11). */
    static Edit atBeginningOfQueue() {
        return new SetPriority(Priority.HIGHEST);
    }

    /** Open, on hold, resolved or closed; new and answered come about by what happens to a ticket. */
    static Edit status(Status value) {
        return new SetStatus(value);
    }

    static Edit queue(QueueId value) {
        return new SetQueue(value);
    }

    static Edit category(String name) {
        return new SetCategory(Optional.of(name));
    }

    static Edit noCategory() {
        return new SetCategory(Optional.empty());
    }

    static Edit service(String name) {
        return new SetService(Optional.of(name));
    }

    static Edit noService() {
        return new SetService(Optional.empty());
    }

    /** @throws Invalid if the text cannot be taken */
    static Edit summary(String text) {
        return new SetSummary(Optional.of(text));
    }

    static Edit noSummary() {
        return new SetSummary(Optional.empty());
    }

    /** @throws Invalid if it is no key of a field */
    static Edit field(String key, FieldValue value) {
        return new SetField(Checked.value("fields", key, FieldKey::of), Optional.of(value));
    }

    /** @throws Invalid if it is no key of a field */
    static Edit noField(String key) {
        return new SetField(Checked.value("fields", key, FieldKey::of), Optional.empty());
    }

    /** The account the ticket is tied to. */
    static Edit account(AccountId owner) {
        return new SetAccount(Optional.of(owner));
    }

    static Edit noAccount() {
        return new SetAccount(Optional.empty());
    }

    static Edit sticky(boolean value) {
        return new SetSticky(value);
    }

    /** @throws Invalid if one is no tag */
    static Edit addTags(String... values) {
        return new AddTags(tags(values));
    }

    /** @throws Invalid if one is no tag */
    static Edit removeTags(String... values) {
        return new RemoveTags(tags(values));
    }

    private static Set<Tag> tags(String... values) {
        return Arrays.stream(values)
                .map(value -> Checked.value("tags", value, Tag::of))
                .collect(Collectors.toSet());
    }
}
