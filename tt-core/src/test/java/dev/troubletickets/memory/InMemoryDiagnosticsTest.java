// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory;

import dev.troubletickets.contract.diagnostics.DiagnosticsContract;
import dev.troubletickets.spi.diagnostics.Diagnostics;
import dev.troubletickets.spi.diagnostics.Target;
import dev.troubletickets.spi.diagnostics.Tool;
import java.util.concurrent.CompletableFuture;

class InMemoryDiagnosticsTest implements DiagnosticsContract {
    private final CompletableFuture<String> running = new CompletableFuture<>();
    private final Diagnostics diagnostics =
            new InMemoryDiagnostics().add(quick(), target -> "no answer").addRunning(endless(), target -> running);

    @Override
    public Diagnostics diagnostics() {
        return diagnostics;
    }

    @Override
    public Tool quick() {
        return Tool.of("ping", "Is it there?", Target.Kind.NAME);
    }

    @Override
    public Tool endless() {
        return Tool.of("watch", "Looks on", Target.Kind.NAME);
    }

    @Override
    public Target target() {
        return Target.parse("jane.example").orElseThrow();
    }

    @Override
    public boolean hasEnded() {
        return running.isDone();
    }
}
