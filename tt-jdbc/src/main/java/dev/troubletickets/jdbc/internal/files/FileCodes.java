// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.files;

import dev.troubletickets.spi.storage.FileData.Scan;
import dev.troubletickets.spi.storage.FileData.Stage;

/** How stages and scans are written in columns; of scans, the worst is the largest. */
final class FileCodes {
    static final int COMING = 0;
    static final int THERE = 1;
    static final int GOING = 2;

    static final int WAITING = 0;
    private static final int CLEAN = 1;
    private static final int INFECTED = 2;

    private FileCodes() {}

    static int of(Stage stage) {
        return switch (stage) {
            case COMING -> COMING;
            case THERE -> THERE;
            case GOING -> GOING;
        };
    }

    static int of(Scan scan) {
        return switch (scan) {
            case WAITING -> WAITING;
            case CLEAN -> CLEAN;
            case INFECTED -> INFECTED;
        };
    }

    static Stage stage(int code) {
        return switch (code) {
            case COMING -> Stage.COMING;
            case THERE -> Stage.THERE;
            case GOING -> Stage.GOING;
            default -> throw new IllegalStateException("not a stage: " + code);
        };
    }

    static Scan scan(int code) {
        return switch (code) {
            case WAITING -> Scan.WAITING;
            case CLEAN -> Scan.CLEAN;
            case INFECTED -> Scan.INFECTED;
            default -> throw new IllegalStateException("not a scan: " + code);
        };
    }
}
