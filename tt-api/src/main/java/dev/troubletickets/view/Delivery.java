// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import java.util.Optional;

/** How far the mail with an answer has come; the reason stands where it failed, waits for another try, or is uncertain. */
public record Delivery(State state, Optional<String> reason) {
    public enum State {
        QUEUED,
        SENT,
        /** The connection was lost when the server may have taken the mail already. */
        UNCERTAIN,
        FAILED
    }
}
