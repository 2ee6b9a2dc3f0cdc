// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory;

import dev.troubletickets.spi.diagnostics.Diagnostics;
import dev.troubletickets.spi.diagnostics.Target;
import dev.troubletickets.spi.diagnostics.Tool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Diagnostic tools that say what a test has told them to; starts without any. Safe for concurrent use. */
public final class InMemoryDiagnostics implements Diagnostics {
    private final List<Tool> tools = new ArrayList<>();
    private final Map<Tool, Function<Target, CompletableFuture<String>>> answers = new HashMap<>();

    /** Without a tool. */
    public InMemoryDiagnostics() {}

    /** Adds a tool that says this at once. */
    public InMemoryDiagnostics add(Tool tool, Function<Target, String> answer) {
        return addRunning(tool, target -> CompletableFuture.completedFuture(answer.apply(target)));
    }

    /** Adds a tool that runs until the future is completed, or cancelled. */
    public synchronized InMemoryDiagnostics addRunning(Tool tool, Function<Target, CompletableFuture<String>> run) {
        tools.add(tool);
        answers.put(tool, run);
        return this;
    }

    @Override
    public synchronized List<Tool> tools() {
        return List.copyOf(tools);
    }

    @Override
    public CompletableFuture<String> run(Tool tool, Target target) {
        Function<Target, CompletableFuture<String>> answer;
        synchronized (this) {
            answer = answers.get(tool);
        }
        if (answer == null) {
            throw new IllegalArgumentException("no tool " + tool.name());
        }
        return answer.apply(target);
    }
}
