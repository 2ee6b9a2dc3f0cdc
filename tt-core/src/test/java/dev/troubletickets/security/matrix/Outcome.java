// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import dev.troubletickets.failure.LockedByAnother;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.TakenByAnother;

/** How a call ends, as far as rights go. */
enum Outcome {
    DONE,
    /** They see the thing, and cannot do this to it, or not now. */
    REFUSED,
    NOT_FOUND;

    static Outcome of(Runnable call) {
        try {
            call.run();
            return DONE;
        } catch (NotFound nothing) {
            return NOT_FOUND;
        } catch (NotPermitted | LockedByAnother | TakenByAnother refused) {
            return REFUSED;
        }
    }
}
