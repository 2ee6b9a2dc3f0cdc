// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.contract.diagnostics.DiagnosticsContract;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.diagnostics.Diagnostics;
import dev.troubletickets.spi.diagnostics.Target;
import dev.troubletickets.spi.diagnostics.Tool;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.DiagnosticsResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E12")
class DiagnosticsSnippetsTest implements DiagnosticsContract {
    private final List<ProcessHandle> started = new ArrayList<>();
    private final Diagnostics commands = new Commands();

    // region: tools
    private final class Commands implements Diagnostics {
        private final Map<Tool, List<String>> commands = Map.of(
                Tool.of("name", "Says the name again", Target.Kind.NAME), List.of("echo"),
                Tool.of("watch", "Never ends", Target.Kind.NAME).withTimeout(Duration.ofSeconds(1)),
                        List.of("tail", "-f", "/dev/null"));

        @Override
        public List<Tool> tools() {
            return List.copyOf(commands.keySet());
        }

        @Override
        public CompletableFuture<String> run(Tool tool, Target target) {
            List<String> command = new ArrayList<>(commands.get(tool));
            command.add(target.value());
            Process process = start(command);
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> output(process));
            output.whenComplete((text, failure) -> process.destroyForcibly()); // also when it is cancelled
            return output;
        }
    }
    // endregion

    private Process start(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            started.add(process.toHandle());
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String output(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Diagnostics diagnostics() {
        return commands;
    }

    @Override
    public Tool quick() {
        return tool("name");
    }

    @Override
    public Tool endless() {
        return tool("watch");
    }

    private Tool tool(String name) {
        return commands.tools().stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Target target() {
        return Target.parse("jane.example").orElseThrow();
    }

    @Override
    public boolean hasEnded() {
        return started.stream().noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aTechnicianLooksAtAService() {
        SupportCenter center = SupportCenter.builder()
                .storage(InMemoryStorage.create())
                .identity(new PanelDirectory(Panel.USERS))
                .installation("Harbour Hosting", "support@harbour.example")
                .diagnostics(commands)
                .build();
        center.administration(StaffId.of("ada")).give(StaffId.of("tom"), Permission.DIAGNOSTICS);
        StaffDesk tom = center.staff(StaffId.of("tom"));
        TicketId id = center.customer(AccountId.of("jane")).open(NewTicket.of("Site down", "Since this morning."));
        // region: run
        DiagnosticsResult result = tom.diagnostics().run(id, "name", "www.jane.example");
        // result.outcome(): DONE, TIMED_OUT or FAILED; result.output()
        // endregion
        assertThat(result.output()).isEqualTo("www.jane.example\n");
    }
}
