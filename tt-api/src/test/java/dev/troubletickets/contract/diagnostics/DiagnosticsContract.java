// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.spi.diagnostics.Diagnostics;
import dev.troubletickets.spi.diagnostics.Target;
import dev.troubletickets.spi.diagnostics.Tool;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Diagnostic tools of a host pass this. */
@Tag("E12")
public interface DiagnosticsContract {
    Diagnostics diagnostics();

    /** One of the tools that ends by itself. */
    Tool quick();

    /** One that takes longer than its time-out. */
    Tool endless();

    /** Something both can look at. */
    Target target();

    /** True once nothing of the endless tool runs any more. */
    boolean hasEnded();

    @Test
    default void toolsAreNamedOnceEachAndFew() {
        List<Tool> tools = diagnostics().tools();
        assertThat(tools).contains(quick(), endless()).hasSizeLessThanOrEqualTo(50);
        assertThat(tools.stream().map(Tool::name)).doesNotHaveDuplicates();
    }

    @Test
    default void bothTakeTheTarget() {
        assertThat(List.of(quick(), endless())).allMatch(tool -> tool.takes().contains(target().kind()));
    }

    @Test
    default void aToolSaysSomething() throws Exception {
        assertThat(diagnostics().run(quick(), target()).get(1, TimeUnit.MINUTES))
                .isNotNull();
    }

    @Test
    default void aToolIsStartedAtOnceAndEndedByCancelling() throws Exception {
        CompletableFuture<String> running = diagnostics().run(endless(), target());
        assertThat(running).isNotDone();

        running.cancel(true);

        assertThat(running).isCancelled();
        for (int i = 0; i < 100 && !hasEnded(); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(hasEnded()).isTrue();
    }

    @Test
    default void aToolOfOthersIsNotRun() {
        Tool others = Tool.of("no-tool-of-this-host", "", Target.Kind.values());
        assertThatThrownBy(() -> diagnostics().run(others, target()).get(1, TimeUnit.MINUTES))
                .isInstanceOf(Exception.class);
    }
}
