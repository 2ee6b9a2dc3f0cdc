// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.spi.diagnostics.Target;
import dev.troubletickets.spi.diagnostics.Tool;
import java.util.List;

/**
 * What can be looked at for a ticket, and with what (E12).
 *
 * @param targets names and addresses among the account's services; empty without an account
 */
public record DiagnosticsForm(List<Tool> tools, List<Target> targets) {
    public DiagnosticsForm {
        tools = List.copyOf(tools);
        targets = List.copyOf(targets);
    }
}
