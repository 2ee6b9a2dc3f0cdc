// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.messages.PrivateMessageRow;
import java.util.List;
import java.util.Optional;

/** One page of a list of private messages (E8), the newest first. */
public record PrivateMessagePage(List<PrivateMessageRow> messages, Optional<PageToken> next) {
    public PrivateMessagePage {
        messages = List.copyOf(messages);
    }
}
