// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewTask;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Split;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.failure.LockedByAnother;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.SupportException;
import dev.troubletickets.failure.TakenByAnother;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.AllowedActions;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a ticket's page says can be done can be done, and what it refuses is refused for that reason. */
class ActionsKeptTest extends BehaviourTest {
    private static final Map<Action, Verb> VERBS = verbs();

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenes")
    @Tag("B6")
    @Tag("E3")
    @Tag("A11")
    void theCallDoesWhatThePageSays(Scene scene) {
        center.queue("Billing");
        for (Set<Permission> held : List.of(Set.<Permission>of(), Permission.defaults(), Set.of(Permission.values()))) {
            hold(held);
            for (Map.Entry<Action, Verb> verb : VERBS.entrySet()) {
                TicketId ticket = prepared(scene);
                AllowedActions actions = john.ticket(ticket).actions();

                assertThat(outcome(() -> verb.getValue().take(center, john, ticket)))
                        .as("%s, holding %s", verb.getKey(), held)
                        .isEqualTo(actions.whyNot(verb.getKey()));
                assertThat(actions.allows(verb.getKey()))
                        .isEqualTo(actions.whyNot(verb.getKey()).isEmpty());
            }
        }
    }

    private TicketId prepared(Scene scene) {
        TicketId ticket = center.opened();
        jane.reply(ticket, Reply.of("And one more thing."));
        scene.set.accept(center, ticket);
        return ticket;
    }

    private void hold(Set<Permission> permissions) {
        for (Permission permission : Permission.values()) {
            if (permissions.contains(permission)) {
                center.admin().give(Cast.JOHN, permission);
            } else {
                center.admin().take(Cast.JOHN, permission);
            }
        }
    }

    private static Optional<Refusal> outcome(Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (NotPermitted refused) {
            return Optional.of(refused.refusal());
        } catch (LockedByAnother locked) {
            return Optional.of(Refusal.LOCKED);
        } catch (TakenByAnother taken) {
            return Optional.of(Refusal.ASSIGNED_ALREADY);
        } catch (SupportException other) {
            throw new AssertionError("refused by no name of a page's", other);
        }
    }

    @FunctionalInterface
    private interface Verb {
        void take(TestCenter center, StaffDesk desk, TicketId ticket);
    }

    private static Map<Action, Verb> verbs() {
        Map<Action, Verb> verbs = new EnumMap<>(Action.class);
        verbs.put(Action.NOTE, (center, desk, ticket) -> desk.note(ticket, "a note"));
        verbs.put(Action.PICK_UP, (center, desk, ticket) -> desk.pickUp(ticket));
        verbs.put(Action.UNBLOCK, (center, desk, ticket) -> desk.composing().unblock(ticket));
        verbs.put(Action.ASSIGN, (center, desk, ticket) -> desk.assign(ticket, Cast.ANNA));
        verbs.put(Action.RELEASE, (center, desk, ticket) -> desk.release(ticket));
        verbs.put(Action.REDIRECT, (center, desk, ticket) -> desk.redirect(ticket, department(center)));
        verbs.put(Action.HOLD, (center, desk, ticket) -> desk.hold(ticket));
        verbs.put(Action.SNOOZE, (center, desk, ticket) -> desk.snooze(ticket, soon(center)));
        verbs.put(Action.WAKE, (center, desk, ticket) -> desk.wake(ticket));
        verbs.put(
                Action.SCHEDULE,
                (center, desk, ticket) -> desk.scheduling().at(soon(center), ticket, ScheduledAction.close()));
        verbs.put(
                Action.CREATE_TASK,
                (center, desk, ticket) ->
                        desk.tasks().create(NewTask.of("Look", Cast.ANNA).ticket(ticket)));
        verbs.put(Action.RESOLVE, (center, desk, ticket) -> desk.resolve(ticket));
        verbs.put(Action.CLOSE, (center, desk, ticket) -> desk.close(ticket));
        verbs.put(Action.REOPEN, (center, desk, ticket) -> desk.reopen(ticket));
        verbs.put(Action.ADD_WATCHER, (center, desk, ticket) -> desk.watching().add(ticket, Cast.ANNA));
        verbs.put(Action.DELETE, (center, desk, ticket) -> desk.delete(ticket));
        verbs.put(Action.MERGE, (center, desk, ticket) -> desk.linking().merge(ticket, center.opened()));
        verbs.put(
                Action.SPLIT,
                (center, desk, ticket) -> desk.linking()
                        .split(ticket, Split.into(Split.Part.of("Apart", MessageId.publicMessage(ticket, 2)))));
        return verbs;
    }

    private static Holder department(TestCenter center) {
        return center.admin().queues().stream()
                .filter(queue -> !queue.isDefault())
                .findFirst()
                .map(queue -> Holder.department(queue.id()))
                .orElseThrow();
    }

    private static java.time.Instant soon(TestCenter center) {
        return center.clock().instant().plus(Duration.ofHours(1));
    }

    private record Scene(String name, BiConsumer<TestCenter, TicketId> set) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Scene> scenes() {
        return Stream.of(
                new Scene("new", (center, ticket) -> {}),
                new Scene("one's own", (center, ticket) -> center.john().pickUp(ticket)),
                new Scene(
                        "a colleague's, who is at work on it",
                        (center, ticket) -> center.kate().pickUp(ticket)),
                new Scene("a colleague's, who is not", (center, ticket) -> {
                    center.kate().pickUp(ticket);
                    center.kate().composing().unblock(ticket);
                }),
                new Scene(
                        "nobody's, with a colleague at work on it",
                        (center, ticket) -> center.kate().composing().lock(ticket)),
                new Scene("closed", (center, ticket) -> center.anna().close(ticket)),
                new Scene("resolved", (center, ticket) -> center.anna().resolve(ticket)),
                new Scene("on hold", (center, ticket) -> center.anna().hold(ticket)),
                new Scene("snoozed", (center, ticket) -> center.anna().snooze(ticket, soon(center))),
                new Scene("with a part of one's own", (center, ticket) -> {
                    center.john().pickUp(ticket);
                    center.anna().redirect(ticket, Holder.technician(Cast.KATE));
                }));
    }
}
