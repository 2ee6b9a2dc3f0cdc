// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.failure;

/** A scan has found something harmful in a file (F3): it is not taken, or nobody gets it. */
public final class HarmfulFile extends SupportException {
    private static final long serialVersionUID = 1L;

    private final String file;

    public HarmfulFile(String file) {
        super("a scan has found something harmful in the file " + file);
        this.file = file;
    }

    /** As it is named where it is attached. */
    public String file() {
        return file;
    }
}
