// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import java.util.List;

/**
 * What a queue promises: how soon customers are answered (B9).
 *
 * @param targets the first that fits a ticket counts; one that none fits has no due time
 */
public record ServiceLevel(List<AnswerTarget> targets) {
    private static final int MOST = 50;
    private static final ServiceLevel NONE = new ServiceLevel(List.of());

    /** @throws IllegalArgumentException for more than 50 targets */
    public ServiceLevel {
        targets = List.copyOf(targets);
        if (targets.size() > MOST) {
            throw new IllegalArgumentException("a queue has at most " + MOST + " targets");
        }
    }

    /** No promise, and so no due times; what a queue has by default. */
    public static ServiceLevel none() {
        return NONE;
    }

    public static ServiceLevel of(AnswerTarget... targets) {
        return new ServiceLevel(List.of(targets));
    }
}
