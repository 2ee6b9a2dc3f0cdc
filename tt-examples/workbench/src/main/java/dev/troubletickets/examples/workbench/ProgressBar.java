// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import java.io.PrintStream;

/** How far a run is, on a terminal; nothing where there is none. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final long PAUSE = 100_000_000;

    private final PrintStream terminal;
    private final boolean shown;
    private final int all;
    private int done;
    private long drawn = System.nanoTime() - PAUSE;

    /** @param shown whether there is a terminal */
    ProgressBar(PrintStream terminal, boolean shown, int all) {
        this.terminal = terminal;
        this.shown = shown;
        this.all = all;
    }

    void step(String file) {
        done++;
        long now = System.nanoTime();
        if (shown && (now - drawn >= PAUSE || done == all)) {
            drawn = now;
            int full = (int) ((long) WIDTH * done / Math.max(all, 1));
            String bar = "#".repeat(full) + "-".repeat(Math.max(WIDTH - full, 0));
            terminal.print("\r[" + bar + "] " + done + "/" + all + " " + end(file) + "\u001b[K");
            terminal.flush();
        }
    }

    /** Before anything else is written to the terminal. */
    void clear() {
        if (shown) {
            terminal.print("\r\u001b[K");
            terminal.flush();
        }
    }

    /** What fits into a line. */
    private static String end(String file) {
        String harmless = Console.harmless(file);
        return harmless.length() <= WIDTH ? harmless : "…" + harmless.substring(harmless.length() - WIDTH + 1);
    }
}
