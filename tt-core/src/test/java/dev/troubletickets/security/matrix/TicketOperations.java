// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import static dev.troubletickets.security.matrix.Operation.of;
import static dev.troubletickets.security.matrix.Operation.reading;
import static dev.troubletickets.security.matrix.Operation.writing;

import dev.troubletickets.command.AbuseCase;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.Split;
import dev.troubletickets.money.Money;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.InclusionId;
import dev.troubletickets.ticket.ScheduledAction;
import java.util.List;

/** What technicians do with one ticket. */
final class TicketOperations {

    private TicketOperations() {}

    static List<Operation> all() {
        return List.of(
                reading("StaffDesk.ticket", s -> s.staff().ticket(s.ticket())),
                reading("StaffDesk.quote", s -> s.staff().quote(s.message(1))),
                of("StaffDesk.reveal(MessageId)", s -> s.staff().reveal(s.message(1))),
                of("StaffDesk.reveal(InclusionId)", s -> s.staff().reveal(new InclusionId(s.message(1), 1))),
                reading("StaffDesk.html", s -> s.staff().html(s.message(1))),
                of("StaffDesk.reveal(AttachmentId)", s -> s.staff().reveal(s.attachment())),
                of("StaffDesk.signatures", s -> s.staff().signatures(s.message(1))),
                writing(
                        "StaffDesk.download",
                        (s, out) -> s.staff().download(s.attachment()).to(out)),
                of("StaffDesk.pickUp", s -> s.staff().pickUp(s.ticket())),
                of("StaffDesk.assign", s -> s.staff().assign(s.ticket(), s.colleague())),
                of("StaffDesk.redirect", s -> s.staff().redirect(s.ticket(), Holder.department(s.hiddenQueue()))),
                of("StaffDesk.release", s -> s.staff().release(s.ticket())),
                of("StaffDesk.answer", s -> s.staff().answer(s.ticket(), Answer.of("Hi"))),
                of("StaffDesk.note", s -> s.staff().note(s.ticket(), "Hi")),
                of("StaffDesk.editMessage", s -> s.staff().editMessage(s.ticket(), s.note(), "Hi")),
                of("StaffDesk.hold", s -> s.staff().hold(s.ticket())),
                of("StaffDesk.snooze", s -> s.staff().snooze(s.ticket(), s.tomorrow())),
                of("StaffDesk.wake", s -> s.staff().wake(s.ticket())),
                of("StaffDesk.resolve", s -> s.staff().resolve(s.ticket())),
                of("StaffDesk.close", s -> s.staff().close(s.ticket())),
                of("StaffDesk.reopen", s -> s.staff().reopen(s.ticket())),
                of("StaffDesk.change", s -> s.staff().change(s.ticket(), Edit.summary("Hi"))),
                of("StaffDesk.delete", s -> s.staff().delete(s.ticket())),
                of("Customers.switchToPanel", s -> s.staff().customers().switchToPanel(s.ticket())),
                of(
                        "CustomerBilling.refund",
                        s -> s.staff().billing().refund(s.ticket(), s.charge(), Money.of("1", "EUR"), "Hi")),
                of(
                        "CustomerBilling.returnIncidents",
                        s -> s.staff().billing().returnIncidents(s.ticketWithIncidents(), "Hi")),
                of("ServiceDiagnostics.form", s -> s.staff().diagnostics().form(s.ticket())),
                of("ServiceDiagnostics.run", s -> s.staff().diagnostics().run(s.ticket(), "dig", "owner.example")),
                of("Composing.lock", s -> s.staff().composing().lock(s.ticket())),
                of("Composing.unblock", s -> s.staff().composing().unblock(s.ticket())),
                of("Composing.look", s -> s.staff().composing().look(s.ticket(), true)),
                of("Composing.saveDraft", s -> s.staff().composing().saveDraft(s.ticket(), "Hi")),
                of("Favourites.add", s -> s.staff().favourites().add(s.ticket())),
                of("Favourites.remove", s -> s.staff().favourites().remove(s.ticket())),
                of("Watching.watch", s -> s.staff().watching().watch(s.ticket())),
                of("Watching.unwatch", s -> s.staff().watching().unwatch(s.ticket())),
                of("Watching.add", s -> s.staff().watching().add(s.ticket(), s.colleague())),
                of("Watching.remove", s -> s.staff().watching().remove(s.ticket(), s.colleague())),
                of(
                        "Collaborating.invite",
                        s -> s.staff().collaborating().invite(s.ticket(), s.colleague(), CollaboratorRight.READ)),
                of("Collaborating.dismiss", s -> s.staff().collaborating().dismiss(s.ticket(), s.colleague())),
                of("Collaborating.leave", s -> s.staff().collaborating().leave(s.ticket())),
                of("Linking.merge", s -> s.staff().linking().merge(s.another(), s.ticket())),
                of(
                        "Linking.mergeAcrossCustomers",
                        s -> s.staff().linking().mergeAcrossCustomers(s.another(), s.ticket())),
                of(
                        "Linking.split",
                        s -> s.staff().linking().split(s.ticket(), Split.into(Split.Part.of("Apart", s.message(2))))),
                of("Linking.undo", s -> s.staff().linking().undo(s.operation())),
                of(
                        "Linking.registerAbuse",
                        s -> s.staff().linking().registerAbuse(s.ticket(), AbuseCase.of("Hi", "Hi"))),
                of("Scheduling.at", s -> s.staff().scheduling().at(s.tomorrow(), s.ticket(), ScheduledAction.close())),
                of(
                        "Scheduling.answerAt",
                        s -> s.staff().scheduling().answerAt(s.tomorrow(), s.ticket(), Answer.of("Hi"))),
                of("Scheduling.takeBack", s -> s.staff().scheduling().takeBack(s.scheduled())),
                of("Scheduling.cancel", s -> s.staff().scheduling().cancel(s.scheduled())),
                reading(
                        "PredefinedReplies.forTicket",
                        s -> s.staff().predefinedReplies().forTicket(s.ticket(), "")),
                of(
                        "PredefinedReplies.insert",
                        s -> s.staff().predefinedReplies().insert(s.ticket(), s.predefinedReply())));
    }
}
