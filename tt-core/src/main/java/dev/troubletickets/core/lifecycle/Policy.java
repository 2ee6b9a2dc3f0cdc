// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.Settings;
import java.util.Optional;

/**
 * What the installation and the queue have decided, as far as it matters to a ticket's life.
 *
 * @param autoCloseOfQueue the queue has decided how tickets close, not the installation
 */
public record Policy(
        AutoClose autoClose,
        boolean autoCloseOfQueue,
        boolean takeOverBeforeClosing,
        Optional<Integer> reopeningWindow,
        boolean ratings) {
    /** The same while there is something to be done for the ticket (E7, G5). */
    public Policy withoutAutoClose() {
        return new Policy(AutoClose.never(), autoCloseOfQueue, takeOverBeforeClosing, reopeningWindow, ratings);
    }

    public static Policy of(Settings settings, Queue queue) {
        return new Policy(
                queue.settings().autoClose().orElse(settings.autoClose()),
                queue.settings().autoClose().isPresent(),
                settings.takeOverBeforeClosing(),
                settings.reopeningWindow(),
                settings.ratings());
    }
}
