// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.spi.diagnostics.Target;

/**
 * What came of a tool (E12).
 *
 * @param output plain text, at most 65,536 characters, with U+FFFD for control characters other than line ends and tabs; why there is none, if it
 *     did not end well
 * @param cut there was more
 */
public record DiagnosticsResult(String tool, Target target, Outcome outcome, String output, boolean cut) {
    /** How it ended. */
    public enum Outcome {
        DONE,
        /** It took too long and was cancelled. */
        TIMED_OUT,
        FAILED
    }
}
