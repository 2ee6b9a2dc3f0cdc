// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.CustomFieldChanged;
import dev.troubletickets.event.TicketEvent.DeliveryFailed;
import dev.troubletickets.event.TicketEvent.Field;
import dev.troubletickets.event.TicketEvent.FieldChanged;
import dev.troubletickets.event.TicketEvent.MessageEdited;
import dev.troubletickets.event.TicketEvent.TagsChanged;
import dev.troubletickets.event.TicketEvent.TicketAnswered;
import dev.troubletickets.event.TicketEvent.TicketRated;
import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Erased;
import dev.troubletickets.rules.Match;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of events' words (G12). */
@org.junit.jupiter.api.Tag("G12")
class EventWordsTest {
    private static final EmailAddress JANE = EmailAddress.of("jane@jane.example");
    private static final EmailAddress MARY = EmailAddress.of("mary@mary.example");
    private static final MessageId MESSAGE = MessageId.publicMessage(TicketId.of(1), 1);

    /** Fields of the installation's own words, or of this library's, each by its event. */
    private static final Set<String> STAY = Set.of(
            "ActionRefused.why",
            "AnnouncementMet.text",
            "AnswerDueSet.target",
            "AnswerTargetMet.target",
            "AnswerTargetMissed.target",
            "EscalationEnded.reached",
            "EscalationEnded.undone",
            "EscalationReached.level",
            "PolicyApplied.because",
            "ResponseWithheld.because",
            "RuleApplied.rule",
            "RuleApplied.skipped",
            "RuleApplied.done",
            "StatusChanged.because");

    private static final Set<String> GO = Set.of(
            "AnswerDueSet.because",
            "AnswerEncrypted.keys",
            "BillingGivenUp.reason",
            "ChargeRefunded.reason",
            "CustomerCharged.words",
            "CustomFieldChanged.from",
            "CustomFieldChanged.to",
            "DeliveryFailed.recipients",
            "DeliveryFailed.reason",
            "DeliveryUncertain.recipients",
            "DeliveryUncertain.reason",
            "FieldChanged.from",
            "FieldChanged.to",
            "IncidentsChanged.because",
            "MessageEdited.before",
            "RuleApplied.because",
            "TagsChanged.added",
            "TagsChanged.removed",
            "TicketAnswered.cc",
            "TicketRated.comment");

    private final EventWords all = new EventWords(new Mention(List.of(JANE)), true);
    private final EventWords some = new EventWords(new Mention(List.of(JANE)), false);

    /** Whoever adds an event with words says here which they are, and takes them out there. */
    @Test
    void ofEveryFieldWithWordsItIsSaidWhetherTheyGo() {
        Set<String> fields = Arrays.stream(TicketEvent.class.getPermittedSubclasses())
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .filter(field -> hasWords(field.getGenericType()))
                        .map(field -> type.getSimpleName() + "." + field.getName()))
                .collect(Collectors.toSet());

        assertThat(fields).isEqualTo(Stream.concat(STAY.stream(), GO.stream()).collect(Collectors.toSet()));
    }

    @Test
    void ofTheirOwnTicketAllWordsGo() {
        assertThat(all.without(new TicketAnswered(MESSAGE, Set.of(MARY, JANE))))
                .isEqualTo(new TicketAnswered(MESSAGE, Set.of(Erased.ADDRESS)));
        assertThat(all.without(new MessageEdited(MESSAGE, "before")))
                .isEqualTo(new MessageEdited(MESSAGE, Erased.TEXT));
        assertThat(all.without(new FieldChanged(Field.SUMMARY, Optional.empty(), Optional.of("a"))))
                .isEqualTo(new FieldChanged(Field.SUMMARY, Optional.empty(), Optional.of(Erased.TEXT)));
        assertThat(all.without(new TicketRated(3, Optional.of("Hm."))))
                .isEqualTo(new TicketRated(3, Optional.of(Erased.TEXT)));
        assertThat(all.without(new TagsChanged(Set.of(Tag.of("a"), Tag.of("b")), Set.of())))
                .isEqualTo(new TagsChanged(Set.of(Tag.of("erased")), Set.of()));
        assertThat(all.without(new CustomFieldChanged(
                        new FieldKey("seats"), Optional.of(FieldValue.number(7)), Optional.empty())))
                .isEqualTo(new CustomFieldChanged(
                        new FieldKey("seats"), Optional.of(FieldValue.text(Erased.TEXT)), Optional.empty()));
        assertThat(all.without(new Actor.Sender(MARY))).isEqualTo(new Actor.Sender(Erased.ADDRESS));
    }

    @Test
    void ofOthersTicketsTheirAddressesAlone() {
        assertThat(some.without(new TicketAnswered(MESSAGE, Set.of(MARY, JANE))))
                .isEqualTo(new TicketAnswered(MESSAGE, Set.of(MARY, Erased.ADDRESS)));
        assertThat(some.without(new DeliveryFailed(Set.of(MARY), "mary@mary.example and jane@jane.example")))
                .isEqualTo(new DeliveryFailed(Set.of(MARY), "mary@mary.example and erased@erased.invalid"));
        assertThat(some.without(new Actor.Sender(MARY))).isEqualTo(new Actor.Sender(MARY));
        assertThat(some.without(new Actor.Sender(JANE))).isEqualTo(new Actor.Sender(Erased.ADDRESS));
    }

    @Test
    void figuresStay() {
        TicketEvent moved = new FieldChanged(Field.PRIORITY, Optional.of("50"), Optional.of("70"));

        assertThat(all.without(moved)).isEqualTo(moved);
    }

    private static boolean hasWords(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).anyMatch(EventWordsTest::hasWords);
        }
        return type == String.class
                || type == EmailAddress.class
                || type == Match.class
                || type == FieldValue.class
                || type == Tag.class
                || type instanceof Class<?> nested
                        && nested.isRecord()
                        && !nested.getSimpleName().endsWith("Id")
                        && nested != FieldKey.class
                        && nested != Money.class
                        && Arrays.stream(nested.getRecordComponents())
                                .anyMatch(field -> hasWords(field.getGenericType()));
    }
}
