// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Fitness;
import dev.troubletickets.core.post.Post;
import dev.troubletickets.core.post.Restraint;
import dev.troubletickets.core.post.Withheld;
import dev.troubletickets.core.rules.Facts;
import dev.troubletickets.core.rules.Submission;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.inclusions.EncryptedBlocks;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.SubmissionRule;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.Optional;

/** Asks the rules on submission what to do with a ticket that is being opened (B10). */
final class Submissions {
    private Submissions() {}

    /** @param bare the ticket as it was submitted */
    static Submission.Outcome decide(
            Scope scope, TicketData bare, Optional<Account> owner, OpenTicket.Opening opening, Optional<Post> post) {
        List<SubmissionRule> rules = scope.rulebook().rules().submission();
        if (rules.isEmpty()) {
            return Submission.nothing();
        }
        Facts facts = Facts.of(bare, owner, scope.now())
                .withMessage(
                        EncryptedBlocks.in(opening.words().text()).shown().text(),
                        opening.words().attachments().size());
        return Submission.decide(rules, facts, bare, new Now(scope, bare, opening, post));
    }

    private record Now(Scope scope, TicketData ticket, OpenTicket.Opening opening, Optional<Post> post)
            implements Submission.Grounds {
        @Override
        public Optional<String> againstQueue(QueueId queue) {
            return scope.installation().find(queue).isPresent()
                    ? Optional.empty()
                    : Optional.of("there is no such queue any more");
        }

        @Override
        public Optional<String> againstAssignee(StaffId technician, QueueId queue) {
            return Fitness.against(scope, technician, queue, ticket);
        }

        /** As receipts: those of mails within a limit, those of the panel without. */
        @Override
        public Optional<String> againstReply() {
            if (post.isEmpty()) {
                return Optional.of("no mail is wired in");
            }
            boolean machine = opening.kind() != MessageKind.CUSTOMER;
            return Restraint.firstResponse(
                            scope, ticket, machine, opening.words().mail())
                    .map(Withheld::because);
        }
    }
}
