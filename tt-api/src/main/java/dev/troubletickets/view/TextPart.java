// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.ticket.InclusionId;

/** A piece of a message's text: words to show, or an encrypted block in their place (F2). */
public sealed interface TextPart {
    record Words(String text) implements TextPart {}

    /** To be shown on request: {@link dev.troubletickets.desk.StaffDesk#reveal(InclusionId)}. */
    record Secured(InclusionId inclusion) implements TextPart {}
}
