// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.AbuseCase;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Envelope;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.AllowedActions;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.OperationView;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each right of an invitation, and each thing that can be done to a ticket (G10); the guest holds every permission. */
@Tag("G10")
class CollaboratorRightsTest extends BehaviourTest {
    private static final Set<CollaboratorRight> ALL = EnumSet.allOf(CollaboratorRight.class);
    private static final Set<CollaboratorRight> NOTE = EnumSet.of(CollaboratorRight.NOTE, CollaboratorRight.ANSWER);
    private static final Set<CollaboratorRight> ANSWER = EnumSet.of(CollaboratorRight.ANSWER);
    private static final Set<CollaboratorRight> NONE = Set.of();

    private final QueueId billing = center.queue("Billing", Cast.KATE);
    private TicketId ticket;
    private TicketId other;
    private OperationId move;
    private ScheduledId scheduled;

    @Override
    protected void wire(SupportCenter.Builder builder) {
        builder.encryption(new Envelope());
    }

    @BeforeEach
    void aTicketThatIsNotJohns() {
        for (Permission permission : Permission.values()) {
            center.admin().give(Cast.JOHN, permission);
        }
        ticket = jane.open(NewTicket.of("Mail bounces", Envelope.seal("secret")));
        kate.pickUp(ticket);
        kate.change(ticket, Edit.queue(billing));
        kate.note(ticket, "Odd.");
        kate.composing().unblock(ticket);
        scheduled = kate.scheduling().at(clock.instant().plus(Duration.ofDays(1)), ticket, ScheduledAction.close());
        other = center.opened();
        move = kate.ticket(ticket).operations().stream()
                .map(OperationView::id)
                .findFirst()
                .orElseThrow();
    }

    /** What is done, which rights go so far, and the button for it. */
    private record Verb(
            String name, Set<CollaboratorRight> allowed, Optional<Action> action, Consumer<StaffDesk> call) {
        static Verb of(Action action, Set<CollaboratorRight> allowed, Consumer<StaffDesk> call) {
            return new Verb(action.name(), allowed, Optional.of(action), call);
        }

        static Verb of(String name, Set<CollaboratorRight> allowed, Consumer<StaffDesk> call) {
            return new Verb(name, allowed, Optional.empty(), call);
        }
    }

    private Stream<Verb> verbs() {
        MessageId note = MessageId.note(ticket, 1);
        MessageId first = MessageId.publicMessage(ticket, 1);
        return Stream.of(
                Verb.of("read", ALL, desk -> desk.ticket(ticket)),
                Verb.of("quote", ALL, desk -> desk.quote(first)),
                Verb.of("look", ALL, desk -> desk.composing().look(ticket, true)),
                Verb.of("favour", ALL, desk -> desk.favourites().add(ticket)),
                Verb.of(Action.WATCH, ALL, desk -> desk.watching().watch(ticket)),
                Verb.of("unwatch", ALL, desk -> desk.watching().unwatch(ticket)),
                Verb.of(Action.LEAVE, ALL, desk -> desk.collaborating().leave(ticket)),
                Verb.of(Action.NOTE, NOTE, desk -> desk.note(ticket, "Hm.")),
                Verb.of(Action.ANSWER, ANSWER, desk -> desk.answer(ticket, Answer.of("Done."))),
                Verb.of(
                        "answer, and keep it open",
                        ANSWER,
                        desk -> desk.answer(ticket, Answer.of("Done.").keepOpen())),
                Verb.of(
                        "answer with a note",
                        ANSWER,
                        desk -> desk.answer(ticket, Answer.of("Done.").note("Hm."))),
                Verb.of("lock", ANSWER, desk -> desk.composing().lock(ticket)),
                Verb.of("draft", ANSWER, desk -> desk.composing().saveDraft(ticket, "Dear")),
                Verb.of(
                        "answer and close",
                        NONE,
                        desk -> desk.answer(ticket, Answer.of("Done.").andClose())),
                Verb.of(
                        "answer and stick",
                        NONE,
                        desk -> desk.answer(ticket, Answer.of("Done.").sticky(true))),
                Verb.of(
                        "answer and prioritise",
                        NONE,
                        desk -> desk.answer(ticket, Answer.of("Done.").priority(Priority.of(7)))),
                Verb.of(Action.PICK_UP, NONE, desk -> desk.pickUp(ticket)),
                Verb.of(Action.ASSIGN, NONE, desk -> desk.assign(ticket, Cast.JOHN)),
                Verb.of(Action.RELEASE, NONE, desk -> desk.release(ticket)),
                Verb.of(Action.REDIRECT, NONE, desk -> desk.redirect(ticket, Holder.technician(Cast.JOHN))),
                Verb.of(Action.HOLD, NONE, desk -> desk.hold(ticket)),
                Verb.of(
                        Action.SNOOZE,
                        NONE,
                        desk -> desk.snooze(ticket, clock.instant().plusSeconds(60))),
                Verb.of(Action.WAKE, NONE, desk -> desk.wake(ticket)),
                Verb.of(Action.RESOLVE, NONE, desk -> desk.resolve(ticket)),
                Verb.of(Action.CLOSE, NONE, desk -> desk.close(ticket)),
                Verb.of(Action.REOPEN, NONE, desk -> desk.reopen(ticket)),
                Verb.of(Action.CHANGE, NONE, desk -> desk.change(ticket, Edit.queue(center.defaultQueue()))),
                Verb.of("tag", NONE, desk -> desk.change(ticket, Edit.addTags("vip"))),
                Verb.of(Action.DELETE, NONE, desk -> desk.delete(ticket)),
                Verb.of(Action.EDIT_MESSAGE, NONE, desk -> desk.editMessage(ticket, note, "Even.")),
                Verb.of(Action.REVEAL, NONE, desk -> desk.reveal(first)),
                Verb.of(
                        Action.REGISTER_ABUSE,
                        NONE,
                        desk -> desk.linking().registerAbuse(ticket, AbuseCase.of("Spam", "Spam"))),
                Verb.of(Action.MERGE, NONE, desk -> desk.linking().merge(ticket, other)),
                Verb.of("merge another into it", NONE, desk -> desk.linking().merge(other, ticket)),
                Verb.of(Action.UNDO, NONE, desk -> desk.linking().undo(move)),
                Verb.of(
                        Action.SCHEDULE,
                        NONE,
                        desk -> desk.scheduling().at(clock.instant().plusSeconds(60), ticket, ScheduledAction.close())),
                Verb.of(
                        "cancel what is scheduled",
                        NONE,
                        desk -> desk.scheduling().cancel(scheduled)),
                Verb.of(Action.ADD_WATCHER, NONE, desk -> desk.watching().add(ticket, Cast.NICK)),
                Verb.of("remove a watcher", NONE, desk -> desk.watching().remove(ticket, Cast.NICK)),
                Verb.of(
                        Action.INVITE,
                        NONE,
                        desk -> desk.collaborating().invite(ticket, Cast.NICK, CollaboratorRight.READ)),
                Verb.of("dismiss", NONE, desk -> desk.collaborating().dismiss(ticket, Cast.NICK)));
    }

    @ParameterizedTest
    @EnumSource
    void aGuestDoesWhatTheInvitationSaysAndNothingElse(CollaboratorRight right) {
        verbs().filter(verb -> !verb.allowed().contains(right)).forEach(verb -> {
            kate.collaborating().invite(ticket, Cast.JOHN, right);
            Expect.in(center).refused(Refusal.INVITED_ONLY, () -> verb.call().accept(john));
        });
        verbs().filter(verb -> verb.allowed().contains(right)).forEach(verb -> {
            kate.collaborating().invite(ticket, Cast.JOHN, right);
            assertThat(catchThrowable(() -> verb.call().accept(john)))
                    .as(verb.name())
                    .isNull();
        });
    }

    @ParameterizedTest
    @EnumSource
    void thePageOffersWhatTheInvitationSaysAndNothingElse(CollaboratorRight right) {
        kate.collaborating().invite(ticket, Cast.JOHN, right);

        AllowedActions actions = john.ticket(ticket).actions();

        verbs().filter(verb -> verb.action().isPresent()).forEach(verb -> {
            Action action = verb.action().orElseThrow();
            assertThat(actions.allows(action))
                    .as(verb.name())
                    .isEqualTo(verb.allowed().contains(right));
            if (!verb.allowed().contains(right)) {
                assertThat(actions.whyNot(action)).as(verb.name()).contains(Refusal.INVITED_ONLY);
            }
        });
        Set<Action> tried = EnumSet.noneOf(Action.class);
        verbs().forEach(verb -> verb.action().ifPresent(tried::add));
        tried.add(Action.UNBLOCK);
        assertThat(john.ticket(ticket).scheduled()).singleElement().matches(action -> !action.cancellable());
        // what is invented later is nothing for guests unless it stands above
        assertThat(tried).containsAll(actions.allowed());
    }

    @Test
    @Tag("B6")
    void aGuestEndsTheirOwnLockAlone() {
        kate.collaborating().invite(ticket, Cast.JOHN, CollaboratorRight.ANSWER);
        assertThat(john.ticket(ticket).actions().whyNot(Action.UNBLOCK)).contains(Refusal.NOT_LOCKED);
        Expect.in(center).refused(Refusal.NOT_LOCKED, () -> john.composing().unblock(ticket));

        john.composing().lock(ticket);
        assertThat(john.ticket(ticket).actions().allows(Action.UNBLOCK)).isTrue();
        john.composing().unblock(ticket);

        kate.composing().lock(ticket);
        assertThat(john.ticket(ticket).actions().whyNot(Action.UNBLOCK)).contains(Refusal.INVITED_ONLY);
        Expect.in(center).refused(Refusal.INVITED_ONLY, () -> john.composing().unblock(ticket));
    }

    @Test
    void whoHandlesATicketLosesNothingByAnInvitation() {
        anna.collaborating().invite(ticket, Cast.KATE, CollaboratorRight.READ);

        kate.change(ticket, Edit.priority(7));
        kate.note(ticket, "Hm.");
        kate.answer(ticket, Answer.of("Done.").andClose());
    }
}
