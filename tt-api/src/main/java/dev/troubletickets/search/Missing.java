// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.search;

/** A value of a search that names nothing the searcher can see: it is gone, or never was, or is not theirs. */
public record Missing(Part part, String value) {
    /** Where in the search it stands. */
    public enum Part {
        QUEUE,
        CATEGORY,
        TECHNICIAN,
        FIELD
    }
}
