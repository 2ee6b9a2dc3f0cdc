// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.diagnostics;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.Service;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.diagnostics.Diagnostics;
import dev.troubletickets.spi.diagnostics.Target;
import dev.troubletickets.spi.diagnostics.Tool;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.view.DiagnosticsForm;
import dev.troubletickets.view.DiagnosticsResult;
import dev.troubletickets.view.DiagnosticsResult.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at a service with one tool: allowed and put on record in a unit of work, and taken after it.
 *
 * @param target within a service of the account
 */
public record Examination(Tool tool, Target target) {
    private static final Logger LOG = LoggerFactory.getLogger(Examination.class);
    private static final int LONGEST_OUTPUT = 65_536;

    public static DiagnosticsForm form(Scope scope, Viewer.Staff staff, TicketData ticket, Diagnostics diagnostics) {
        staff.require(Permission.DIAGNOSTICS);
        return new DiagnosticsForm(diagnostics.tools(), targets(scope, ticket));
    }

    /** @throws Invalid unless the tool is there and takes the target, which is within a service of the ticket's account */
    public static Examination allow(
            Scope scope, Viewer.Staff staff, TicketData ticket, Diagnostics diagnostics, Wanted wanted) {
        staff.require(Permission.DIAGNOSTICS);
        if (ticket.header().account() == null) {
            throw new NotPermitted(Refusal.NO_ACCOUNT);
        }
        Tool tool = diagnostics.tools().stream()
                .filter(each -> each.name().equals(wanted.tool()))
                .findFirst()
                .orElseThrow(() -> new Invalid("tool", "there is no such tool"));
        Target target = Target.parse(wanted.target())
                .filter(each -> tool.takes().contains(each.kind()))
                .orElseThrow(() -> new Invalid("target", "is nothing the tool takes"));
        if (targets(scope, ticket).stream().noneMatch(target::isWithin)) {
            throw new Invalid("target", "is not within a service of the ticket's account");
        }
        String what = "ran " + tool.name() + " on " + target + " for ticket " + ticket.id();
        scope.audit(staff.actor(), what);
        return new Examination(tool, target);
    }

    /** What a technician has typed. */
    public record Wanted(String tool, String target) {}

    private static List<Target> targets(Scope scope, TicketData ticket) {
        return Optional.ofNullable(ticket.header().account())
                .flatMap(scope.people()::account)
                .map(Account::services)
                .orElse(List.of())
                .stream()
                .map(Service::name)
                .flatMap(name -> Target.parse(name).stream())
                .distinct()
                .toList();
    }

    /** Waits in the caller's thread, the tool's time at most. */
    public DiagnosticsResult run(Diagnostics diagnostics) {
        CompletableFuture<String> output = null;
        try {
            output = diagnostics.run(tool, target);
            return done(output.get(tool.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return result(
                    Outcome.TIMED_OUT, "it took longer than " + tool.timeout().toSeconds() + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return result(Outcome.FAILED, "it was interrupted");
        } catch (ExecutionException | RuntimeException e) {
            Throwable why = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            LOG.warn("tool {} failed", tool.name(), why);
            return result(Outcome.FAILED, "it failed with " + why.getClass().getSimpleName());
        } finally {
            if (output != null) {
                output.cancel(true);
            }
        }
    }

    private DiagnosticsResult done(@Nullable String output) {
        if (output == null) {
            return result(Outcome.FAILED, "it said nothing");
        }
        boolean cut = output.length() > LONGEST_OUTPUT;
        String text = cut ? output.substring(0, LONGEST_OUTPUT) : output;
        return new DiagnosticsResult(
                tool.name(), target, Outcome.DONE, MessageText.clean(text.replace("\r\n", "\n")), cut);
    }

    private DiagnosticsResult result(Outcome outcome, String why) {
        return new DiagnosticsResult(tool.name(), target, outcome, why, false);
    }
}
