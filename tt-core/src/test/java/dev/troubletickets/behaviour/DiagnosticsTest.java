// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.ServiceDiagnostics;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.memory.InMemoryDiagnostics;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Service;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.diagnostics.Target;
import dev.troubletickets.spi.diagnostics.Tool;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.DiagnosticsForm;
import dev.troubletickets.view.DiagnosticsResult;
import dev.troubletickets.view.DiagnosticsResult.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Technicians look at services of the ticket's customer with the host's tools (E12). */
@Tag("E12")
class DiagnosticsTest extends BehaviourTest {
    private static final Tool DIG = Tool.of("dig", "What the name servers say", Target.Kind.NAME);
    private static final Tool PING = Tool.of("ping", "", Target.Kind.NAME, Target.Kind.IPV4, Target.Kind.IPV6);
    private static final Tool SLOW = Tool.of("trace", "", Target.Kind.NAME).withTimeout(Duration.ofSeconds(1));
    private static final Tool BROKEN = Tool.of("whois", "", Target.Kind.NAME);
    private static final Tool SILENT = Tool.of("silent", "", Target.Kind.NAME);

    private CompletableFuture<String> running;
    private ServiceDiagnostics johns;
    private TicketId ticket;

    @Override
    protected void wire(SupportCenter.Builder builder) {
        running = new CompletableFuture<>();
        builder.diagnostics(new InMemoryDiagnostics()
                .add(DIG, target -> target + " has address 192.0.2.7")
                .add(PING, target -> "\u001b[31mbold\u001b[0m\r\nnul\0\u202e\tend\n" + "x".repeat(70_000))
                .addRunning(SLOW, target -> running)
                .addRunning(BROKEN, target -> CompletableFuture.failedFuture(new IllegalStateException("secret")))
                .addRunning(SILENT, target -> CompletableFuture.completedFuture(null)));
    }

    @BeforeEach
    void johnMay() {
        center.admin().give(Cast.JOHN, Permission.DIAGNOSTICS);
        johns = john.diagnostics();
        ticket = center.opened();
    }

    @Test
    void aToolLooksAtAServiceAndTheAuditSaysSo() {
        assertThat(johns.form(ticket))
                .isEqualTo(
                        new DiagnosticsForm(List.of(DIG, PING, SLOW, BROKEN, SILENT), List.of(target("jane.example"))));
        assertThat(johns.run(ticket, "dig", "WWW.jane.example."))
                .isEqualTo(new DiagnosticsResult(
                        "dig",
                        target("www.jane.example"),
                        Outcome.DONE,
                        "www.jane.example has address 192.0.2.7",
                        false));
        assertThat(center.audit("").get(0)).satisfies(line -> {
            assertThat(line.actor()).isEqualTo(Actor.staff(Cast.JOHN));
            assertThat(line.what()).isEqualTo("ran dig on www.jane.example for ticket " + ticket);
        });
    }

    @Test
    void whatAToolSaysIsCleanAndBounded() {
        DiagnosticsResult result = johns.run(ticket, "ping", "jane.example");
        assertThat(result.output())
                .startsWith("\ufffd[31mbold\ufffd[0m\nnul\ufffd")
                .contains("\tend\nxxx")
                .doesNotContain("\u001b", "\0");
        assertThat(result.output().length()).isLessThanOrEqualTo(65_536);
        assertThat(result.cut()).isTrue();
    }

    @Test
    void whatTakesTooLongIsCancelled() {
        assertThat(johns.run(ticket, "trace", "jane.example").outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(running).isCancelled();
    }

    @Test
    void aFailureIsAResultWithoutTheHostsWords() {
        DiagnosticsResult failed = johns.run(ticket, "whois", "jane.example");
        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.output()).isEqualTo("it failed with IllegalStateException");
        assertThat(johns.run(ticket, "silent", "jane.example").outcome()).isEqualTo(Outcome.FAILED);
        running.completeExceptionally(new OutOfMemoryError());
        assertThat(johns.run(ticket, "trace", "jane.example").outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void nothingButTheCustomersServicesIsLookedAt() {
        for (String other : List.of(
                "mary.example",
                "example",
                "evil-jane.example",
                "jane.example.evil.test",
                "localhost",
                "192.0.2.7",
                "127.0.0.1",
                "::1")) {
            Expect.in(center).invalid("target", () -> johns.run(ticket, "ping", other));
        }
        TicketId nobodys = john.openFor(EmailAddress.of("who@else.example"), NewTicket.of("Call", "He called."));
        assertThat(johns.form(nobodys).targets()).isEmpty();
        Expect.in(center).refused(Refusal.NO_ACCOUNT, () -> johns.run(nobodys, "ping", "jane.example"));
    }

    @Test
    void anAddressIsLookedAtWhereAServiceIsNamedByIt() {
        center.directory()
                .people()
                .add(Cast.JANE.withServices(new Service("192.0.2.7", "server"), new Service("2001:DB8::7", "server")));
        assertThat(johns.form(ticket).targets()).containsExactly(target("192.0.2.7"), target("2001:db8::7"));
        assertThat(johns.run(ticket, "ping", "192.0.2.7").outcome()).isEqualTo(Outcome.DONE);
        Expect.in(center).invalid("target", () -> johns.run(ticket, "dig", "192.0.2.7"));
        Expect.in(center).invalid("target", () -> johns.run(ticket, "ping", "1.192.0.2.7"));
    }

    @Test
    void whatIsNoTargetReachesNoTool() {
        for (String text : List.of(
                "",
                " jane.example",
                "jane.example ",
                "jane.example;id",
                "-v.jane.example",
                "--help",
                "a b.jane.example",
                "jane.example\n",
                "$(id).jane.example",
                "x..jane.example",
                "x_y.jane.example",
                "@jane.example",
                "j\u00e4ne.example",
                "x".repeat(64) + ".jane.example",
                "a.".repeat(125) + "jane.example",
                "jane.example:53",
                "http://jane.example",
                "*.jane.example",
                "jane.example%0a",
                "jane.example\0")) {
            Expect.in(center).invalid("target", () -> johns.run(ticket, "dig", text));
        }
        Expect.in(center).invalid("tool", () -> johns.run(ticket, "rm", "jane.example"));
    }

    @Test
    @Tag("E3")
    void itNeedsThePermissionAndATicketOfOnesOwn() {
        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> kate.diagnostics().form(ticket));
        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> kate.diagnostics().run(ticket, "dig", "jane.example"));
        TicketId hidden = center.opened();
        anna.change(hidden, dev.troubletickets.command.Edit.queue(center.queue("Hidden", Cast.KATE)));
        Expect.in(center).notFound("ticket", () -> johns.form(hidden));
        Expect.in(center).notFound("ticket", () -> johns.run(hidden, "dig", "jane.example"));
        kate.collaborating().invite(hidden, Cast.JOHN, CollaboratorRight.ANSWER);
        Expect.in(center).refused(Refusal.INVITED_ONLY, () -> johns.run(hidden, "dig", "jane.example"));
    }

    @Test
    void withoutToolsItIsUnavailable() {
        ServiceDiagnostics none = center.anotherNode().john().diagnostics();
        Expect.in(center).failure(Unavailable.class, () -> none.form(ticket));
        Expect.in(center).failure(Unavailable.class, () -> none.run(ticket, "dig", "jane.example"));
    }

    private static Target target(String text) {
        return Target.parse(text).orElseThrow();
    }
}
