// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewPrivateMessage;
import dev.troubletickets.command.NewTask;
import dev.troubletickets.command.Reply;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.failure.SupportException;
import dev.troubletickets.money.IncidentPack;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.Price;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.settings.PredefinedReply;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happens where only main administrators see it, to one of the tickets there. */
enum HiddenAct {
    REPLY((stage, chief, ticket) -> neighbour(stage).reply(ticket, Reply.of("A secret."))),
    CUSTOMER_CLOSES((stage, chief, ticket) -> neighbour(stage).close(ticket)),
    NOTE((stage, chief, ticket) -> chief.note(ticket, "A secret.")),
    ANSWER((stage, chief, ticket) -> {
        chief.pickUp(ticket);
        chief.answer(ticket, Answer.of("A secret.").cc("secret@elsewhere.example"));
    }),
    CHARGE((stage, chief, ticket) -> {
        chief.pickUp(ticket);
        chief.answer(ticket, Answer.of("A secret.").charge("9.99", "EUR", "A secret."));
    }),
    GRANT_INCIDENTS((stage, chief, ticket) ->
            stage.center().center().incidents().grant(IncidentPack.of("A secret " + ticket, Company.NEIGHBOUR, 5))),
    USE_INCIDENTS((stage, chief, ticket) -> {
        chief.pickUp(ticket);
        chief.answer(ticket, Answer.of("A secret.").incidents(3));
    }),
    RETURN_INCIDENTS((stage, chief, ticket) -> chief.billing().returnIncidents(ticket, "A secret.")),
    HOLD((stage, chief, ticket) -> chief.hold(ticket)),
    SNOOZE((stage, chief, ticket) -> chief.snooze(ticket, stage.tomorrow())),
    RESOLVE((stage, chief, ticket) -> chief.resolve(ticket)),
    CLOSE((stage, chief, ticket) -> chief.close(ticket)),
    RENAME((stage, chief, ticket) -> chief.change(ticket, Edit.subject("A secret word for help"))),
    RAISE((stage, chief, ticket) -> chief.change(ticket, Edit.priority(99), Edit.addTags("secret"))),
    MOVE_TO_ADDRESS((stage, chief, ticket) -> chief.change(ticket, Edit.requester("secret@elsewhere.example"))),
    MERGE((stage, chief, ticket) ->
            chief.linking().merge(ticket, stage.foreigners().get(0))),
    MERGE_AWAY((stage, chief, ticket) ->
            chief.linking().merge(stage.foreigners().get(0), stage.foreigners().get(1))),
    DELETE((stage, chief, ticket) -> chief.delete(ticket)),
    WATCH((stage, chief, ticket) -> chief.watching().watch(ticket)),
    FAVOUR((stage, chief, ticket) -> chief.favourites().add(ticket)),
    LOCK((stage, chief, ticket) -> chief.composing().lock(ticket)),
    DRAFT((stage, chief, ticket) -> chief.composing().saveDraft(ticket, "A secret.")),
    SCHEDULE((stage, chief, ticket) ->
            chief.scheduling().at(stage.tomorrow(), ticket, ScheduledAction.remind("Secret"))),
    SAVE_SEARCH((stage, chief, ticket) -> chief.search().saved().save(Stage.search("Secret"))),
    TAG_MANY((stage, chief, ticket) -> chief.bulk().start(Set.of(ticket), BulkAction.tag("secret"))),
    TASK((stage, chief, ticket) ->
            chief.tasks().create(NewTask.of("Secret", Company.CHIEF).ticket(ticket))),
    WRITE((stage, chief, ticket) ->
            chief.privateMessages().send(NewPrivateMessage.of("Secret", "Secret", Company.COLLEAGUE))),
    PREDEFINE((stage, chief, ticket) -> chief.predefinedReplies()
            .create(new PredefinedReply.Content("Secret", Wording.of("A secret."), Optional.of(stage.hiddenQueue())))),
    SIBLINGS_REPLY((stage, chief, ticket) ->
            stage.center().center().customer(Company.SIBLINGS).reply(stage.siblingsTicket(), Reply.of("A secret."))),
    SIBLINGS_NOTE((stage, chief, ticket) -> chief.note(stage.siblingsTicket(), "A secret.")),
    SIBLINGS_CLOSE((stage, chief, ticket) -> chief.close(stage.siblingsTicket())),
    SIBLINGS_PRICE((stage, chief, ticket) ->
            administration(stage).pricing().custom(sibling(), Price.perTicket("9.99", "EUR"), Optional.empty())),
    SIBLINGS_CORRECTION((stage, chief, ticket) ->
            administration(stage).statements().correct(sibling(), Money.of("9.99", "EUR"), "A secret", "of " + ticket)),
    SIBLINGS_STATEMENT(
            (stage, chief, ticket) -> administration(stage).statements().issue(sibling(), Stage.FEBRUARY));

    private interface Act {
        void take(Stage stage, StaffDesk chief, TicketId ticket);
    }

    private final Act act;

    HiddenAct(Act act) {
        this.act = act;
    }

    private static CustomerDesk neighbour(Stage stage) {
        return stage.neighbour();
    }

    private static ResellerId sibling() {
        return ResellerId.of(Who.SIBLING_RESELLER.id());
    }

    private static AdminDesk administration(Stage stage) {
        return stage.center().center().administration(Company.CHIEF);
    }

    /** What the sibling reseller pays is no secret to the sibling, to who holds the permission, and to those above. */
    boolean isHiddenFrom(Who who) {
        return !name().startsWith("SIBLINGS")
                || !Set.of(Who.SIBLING_RESELLER, Who.UPPER_RESELLER, Who.ENTITLED, Who.NOT_ENTITLED)
                        .contains(who);
    }

    /** Not every act can be taken after every other. */
    void take(Stage stage, int which) {
        List<TicketId> all = stage.foreigners();
        try {
            act.take(stage, stage.chief(), all.get(which % all.size()));
        } catch (SupportException refused) {
            // as good as another world
        }
    }
}
