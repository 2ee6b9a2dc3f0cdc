// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Upload;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.settings.Limits;
import java.util.Collection;
import java.util.List;

/** Holds input against the installation's limits. */
public final class Allowance {
    private Allowance() {}

    public static void text(Limits limits, String text) {
        if (text.length() > limits.textCharacters()) {
            throw new OverLimit("textCharacters", limits.textCharacters());
        }
    }

    static void files(Limits limits, List<Upload> files) {
        if (files.size() > limits.attachments()) {
            throw new OverLimit("attachments", limits.attachments());
        }
        if (files.stream().anyMatch(file -> file.size() > limits.attachmentBytes())) {
            throw new OverLimit("attachmentBytes", limits.attachmentBytes());
        }
    }

    /** All of an answer but its CC, which depend on the ticket's. */
    static void answer(Limits limits, Answer answer) {
        text(limits, answer.text());
        answer.note().ifPresent(note -> text(limits, note));
        files(limits, answer.attachments());
    }

    static void cc(Limits limits, Collection<?> addresses) {
        if (addresses.size() > limits.cc()) {
            throw new OverLimit("cc", limits.cc());
        }
    }
}
