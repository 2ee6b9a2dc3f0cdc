// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.command;

import java.util.ArrayList;
import java.util.List;

/** A customer's follow-up (A7). */
public record Reply(String text, List<Upload> attachments) {
    /** @throws dev.troubletickets.failure.Invalid if the text cannot be taken */
    public Reply {
        MessageText.require("text", text);
        attachments = List.copyOf(attachments);
    }

    /** @throws dev.troubletickets.failure.Invalid if the text cannot be taken */
    public static Reply of(String text) {
        return new Reply(text, List.of());
    }

    public Reply attach(Upload file) {
        List<Upload> more = new ArrayList<>(attachments);
        more.add(file);
        return new Reply(text, more);
    }
}
