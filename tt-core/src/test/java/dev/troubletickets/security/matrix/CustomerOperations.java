// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import static dev.troubletickets.security.matrix.Operation.of;
import static dev.troubletickets.security.matrix.Operation.reading;
import static dev.troubletickets.security.matrix.Operation.writing;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Rating;
import dev.troubletickets.command.Reply;
import dev.troubletickets.kit.Keyring;
import java.util.List;
import java.util.Optional;

/** Customers' and resellers' operations. */
final class CustomerOperations {

    private CustomerOperations() {}

    static List<Operation> all() {
        return List.of(
                reading("CustomerDesk.newTicketForm", s -> s.customer().newTicketForm()),
                reading("CustomerDesk.publicKey", s -> s.customer().publicKey()),
                reading("CustomerDesk.ownPublicKey", s -> s.customer().ownPublicKey()),
                of("CustomerDesk.saveOwnPublicKey", s -> s.customer().saveOwnPublicKey(Keyring.publicKey("jane"))),
                of("CustomerDesk.removeOwnPublicKey", s -> s.customer().removeOwnPublicKey()),
                of("CustomerDesk.open", s -> s.customer().open(NewTicket.of("Hi", "Hi"))),
                of("CustomerDesk.reply", s -> s.customer().reply(s.ticket(), Reply.of("Hi"))),
                of("CustomerDesk.close", s -> s.customer().close(s.ticket())),
                of("CustomerDesk.archive", s -> s.customer().archive(s.ticket())),
                of("CustomerDesk.reopen", s -> s.customer().reopen(s.ticket())),
                of("CustomerDesk.rate", s -> s.customer().rate(s.ticket(), Rating.of(4))),
                reading("CustomerDesk.tickets", s -> s.customer().tickets(Optional.empty())),
                reading("CustomerDesk.archived", s -> s.customer().archived(Optional.empty())),
                reading("CustomerDesk.unread", s -> s.customer().unread()),
                reading("CustomerDesk.incidents", s -> s.customer().incidents()),
                reading("CustomerDesk.ticket", s -> s.customer().ticket(s.ticket())),
                writing(
                        "CustomerDesk.download",
                        (s, out) -> s.customer().download(s.attachment()).to(out)),
                reading(
                        "PublicKnowledge.categories",
                        s -> s.customer().knowledge().categories()),
                reading(
                        "PublicKnowledge.articles",
                        s -> s.customer().knowledge().articles(s.articleCategory(), Optional.empty())),
                of("PublicKnowledge.article", s -> s.customer().knowledge().article(s.article())),
                reading("PublicKnowledge.search", s -> s.customer().knowledge().search("help")),
                reading(
                        "PublicKnowledge.suggestions",
                        s -> s.customer().knowledge().suggestions("help", "help")),
                of("ResellerDesk.openFor", s -> s.reseller().openFor(s.account(), NewTicket.of("Hi", "Hi"))),
                of("ResellerDesk.reply", s -> s.reseller().reply(s.ticket(), Reply.of("Hi"))),
                reading("ResellerDesk.tickets", s -> s.reseller().tickets(Optional.empty())),
                reading("ResellerDesk.ticket", s -> s.reseller().ticket(s.ticket())),
                writing(
                        "ResellerDesk.download",
                        (s, out) -> s.reseller().download(s.attachment()).to(out)),
                reading(
                        "ResellerStatements.running",
                        s -> s.reseller().statements().running()),
                reading(
                        "ResellerStatements.charges(Optional)",
                        s -> s.reseller().statements().charges(Optional.empty())),
                reading("ResellerStatements.all", s -> s.reseller().statements().all(Optional.empty())),
                reading("ResellerStatements.get", s -> s.reseller().statements().get(s.statement())),
                reading(
                        "ResellerStatements.charges(StatementId,Optional)",
                        s -> s.reseller().statements().charges(s.statement(), Optional.empty())),
                writing(
                        "ResellerStatements.export",
                        (s, out) -> s.reseller().statements().export(s.statement(), out)));
    }
}
