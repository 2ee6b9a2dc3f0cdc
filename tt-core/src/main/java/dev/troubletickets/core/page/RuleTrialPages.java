// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.FirstMessage;
import dev.troubletickets.core.access.Fitness;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.files.Sha256;
import dev.troubletickets.core.page.Paging.Slice;
import dev.troubletickets.core.rules.Facts;
import dev.troubletickets.core.rules.RuleChecks;
import dev.troubletickets.core.rules.Submission;
import dev.troubletickets.core.work.RuleJson;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.inclusions.EncryptedBlocks;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.RuleTrials;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which rules on submission would act on the tickets there are (B10). */
public final class RuleTrialPages {
    private final Scope scope;
    private final RuleSet rules;
    private final boolean asksMessage;

    private RuleTrialPages(Scope scope, RuleSet rules) {
        this.scope = scope;
        this.rules = rules;
        asksMessage = rules.submission().stream()
                .map(rule -> rule.condition())
                .flatMap(Condition::facts)
                .anyMatch(fact -> !fact.isLasting());
    }

    public static RuleTrials page(Scope scope, Viewer.Staff staff, RuleSet rules, Optional<PageToken> from) {
        RuleChecks.check(scope, rules);
        TicketCriteria criteria = TicketCriteria.of(staff.visibility()).order(SortKey.CREATED, true);
        Slice page = Paging.slice(scope, "TRIAL " + digest(rules), criteria, from);
        return new RuleTrialPages(scope, rules).trials(page);
    }

    private RuleTrials trials(Slice page) {
        Set<AccountId> ids = page.tickets()
                .flatMap(ticket -> Stream.ofNullable(ticket.header().account()))
                .collect(Collectors.toSet());
        Map<AccountId, Account> accounts = scope.people().accounts(ids);
        List<RuleTrials.Trial> trials = new ArrayList<>();
        page.tickets().forEach(ticket -> {
            Optional<Account> account =
                    Optional.ofNullable(ticket.header().account()).map(accounts::get);
            Submission.Outcome outcome =
                    Submission.decide(rules.submission(), facts(ticket, account), ticket, new Grounds(ticket));
            if (!outcome.applied().isEmpty()) {
                trials.add(new RuleTrials.Trial(
                        ticket.id(), ticket.header().subject().value(), outcome.applied()));
            }
        });
        return new RuleTrials(trials, page.rows().size(), page.next());
    }

    private Facts facts(TicketData ticket, Optional<Account> account) {
        Facts facts = Facts.of(ticket, account, scope.now());
        Optional<MessageData> first = asksMessage ? FirstMessage.of(scope, ticket) : Optional.empty();
        return first.map(message -> facts.withMessage(
                        EncryptedBlocks.in(message.text()).shown().text(),
                        message.attachments().size()))
                .orElse(facts);
    }

    /** A page of one set of rules is none of another. */
    private static String digest(RuleSet rules) {
        return Sha256.hex(RuleJson.pretty(rules).getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
    }

    private final class Grounds implements Submission.Grounds {
        private final TicketData ticket;

        Grounds(TicketData ticket) {
            this.ticket = ticket;
        }

        @Override
        public Optional<String> againstQueue(QueueId queue) {
            return Optional.empty();
        }

        @Override
        public Optional<String> againstAssignee(StaffId technician, QueueId queue) {
            return Fitness.against(scope, technician, queue, ticket);
        }

        @Override
        public Optional<String> againstReply() {
            return Optional.empty();
        }
    }
}
