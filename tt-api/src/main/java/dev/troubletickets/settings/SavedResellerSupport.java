// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import java.util.function.UnaryOperator;

/**
 * The support of resellers' end users with the mark by which it is saved.
 *
 * @param version rises with every save; 0 before the first
 */
public record SavedResellerSupport(long version, ResellerSupport support) {
    /** Another offer, to be saved in place of this one. */
    public SavedResellerSupport with(UnaryOperator<ResellerSupport> change) {
        return new SavedResellerSupport(version, change.apply(support));
    }
}
