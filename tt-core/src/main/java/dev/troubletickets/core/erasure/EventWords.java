// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.erasure;

import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.AnswerDueSet;
import dev.troubletickets.event.TicketEvent.AnswerEncrypted;
import dev.troubletickets.event.TicketEvent.BillingGivenUp;
import dev.troubletickets.event.TicketEvent.ChargeRefunded;
import dev.troubletickets.event.TicketEvent.CustomFieldChanged;
import dev.troubletickets.event.TicketEvent.CustomerCharged;
import dev.troubletickets.event.TicketEvent.DeliveryFailed;
import dev.troubletickets.event.TicketEvent.DeliveryUncertain;
import dev.troubletickets.event.TicketEvent.Field;
import dev.troubletickets.event.TicketEvent.FieldChanged;
import dev.troubletickets.event.TicketEvent.IncidentsChanged;
import dev.troubletickets.event.TicketEvent.MessageEdited;
import dev.troubletickets.event.TicketEvent.RuleApplied;
import dev.troubletickets.event.TicketEvent.TagsChanged;
import dev.troubletickets.event.TicketEvent.TicketAnswered;
import dev.troubletickets.event.TicketEvent.TicketRated;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Erased;
import dev.troubletickets.rules.Match;
import dev.troubletickets.ticket.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Events without the words of, and about, a person: of a ticket of theirs, all words that are not the installation's own; of another, their
 * addresses alone. What a rule, a queue or this library says of itself stays.
 */
final class EventWords {
    /** Fields that hold words of people, and not of the installation's lists. */
    private static final Set<Field> WORDS =
            EnumSet.of(Field.SUBJECT, Field.REQUESTER, Field.CC, Field.SERVICE, Field.SUMMARY);

    private static final Tag TAG = Tag.of("erased");

    private final Mention mention;
    private final boolean all;

    /** @param all whether all words go */
    EventWords(Mention mention, boolean all) {
        this.mention = mention;
        this.all = all;
    }

    /** The event itself where nothing of it goes. */
    TicketEvent without(TicketEvent event) {
        if (event instanceof TicketAnswered answered) {
            return new TicketAnswered(answered.message(), addresses(answered.cc()));
        } else if (event instanceof MessageEdited edited) {
            return new MessageEdited(edited.message(), text(edited.before()));
        } else if (event instanceof FieldChanged changed) {
            return WORDS.contains(changed.field())
                    ? new FieldChanged(
                            changed.field(),
                            changed.from().map(this::text),
                            changed.to().map(this::text))
                    : changed;
        } else if (event instanceof CustomFieldChanged changed) {
            return new CustomFieldChanged(
                    changed.field(),
                    changed.from().map(this::value),
                    changed.to().map(this::value));
        } else if (event instanceof TicketRated rated) {
            return new TicketRated(rated.stars(), rated.comment().map(this::text));
        }
        return ofMoney(ofMachines(event));
    }

    Actor without(Actor actor) {
        boolean goes = actor instanceof Actor.Sender sender && (all || mention.is(sender.address()));
        return goes ? new Actor.Sender(Erased.ADDRESS) : actor;
    }

    private TicketEvent ofMoney(TicketEvent event) {
        if (event instanceof CustomerCharged paid) {
            return new CustomerCharged(paid.order(), paid.account(), paid.amount(), text(paid.words()));
        } else if (event instanceof ChargeRefunded back) {
            return new ChargeRefunded(back.order(), back.charge(), back.amount(), text(back.reason()));
        } else if (event instanceof BillingGivenUp given) {
            return new BillingGivenUp(given.order(), given.kind(), given.amount(), text(given.reason()));
        } else if (event instanceof IncidentsChanged changed) {
            Optional<String> because = changed.because().map(this::text);
            return new IncidentsChanged(changed.from(), changed.to(), changed.uncovered(), because);
        }
        return event;
    }

    private TicketEvent ofMachines(TicketEvent event) {
        if (event instanceof TagsChanged changed) {
            return new TagsChanged(tags(changed.added()), tags(changed.removed()));
        } else if (event instanceof DeliveryFailed failed) {
            return new DeliveryFailed(addresses(failed.recipients()), text(failed.reason()));
        } else if (event instanceof DeliveryUncertain uncertain) {
            return new DeliveryUncertain(addresses(uncertain.recipients()), text(uncertain.reason()));
        } else if (event instanceof AnswerEncrypted encrypted && all) {
            return new AnswerEncrypted(encrypted.message(), List.of());
        } else if (event instanceof RuleApplied applied) {
            return new RuleApplied(applied.rule(), matches(applied.because()), applied.done(), applied.skipped());
        } else if (event instanceof AnswerDueSet set) {
            return new AnswerDueSet(set.target(), set.due(), set.allowed(), set.used(), matches(set.because()));
        }
        return event;
    }

    private String text(String text) {
        return all ? Erased.TEXT : mention.without(text);
    }

    private Set<EmailAddress> addresses(Set<EmailAddress> addresses) {
        return addresses.stream()
                .map(address -> all || mention.is(address) ? Erased.ADDRESS : address)
                .collect(Collectors.toUnmodifiableSet());
    }

    private FieldValue value(FieldValue value) {
        return all || mention.isIn(value.text()) ? FieldValue.text(Erased.TEXT) : value;
    }

    private Set<Tag> tags(Set<Tag> tags) {
        return all && !tags.isEmpty() ? Set.of(TAG) : tags;
    }

    private List<Match> matches(List<Match> matches) {
        return matches.stream()
                .map(match ->
                        match.found().isEmpty() ? match : new Match(match.fact(), match.test(), text(match.found())))
                .toList();
    }
}
