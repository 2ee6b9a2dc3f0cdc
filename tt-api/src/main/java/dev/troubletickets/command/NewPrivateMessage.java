// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.command;

import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.StaffId;
import java.util.List;

/**
 * A private message to send (E8).
 *
 * @param to 1 to 20 technicians
 * @param subject one line of at most 200 characters
 */
public record NewPrivateMessage(List<StaffId> to, String subject, String text) {
    private static final int MOST = 20;
    private static final int LONGEST_SUBJECT = 200;

    /**
     * @throws Invalid {@code to}, {@code subject} or {@code text}, if they cannot be taken
     * @throws OverLimit {@code recipients}
     */
    public NewPrivateMessage {
        to = to.stream().distinct().toList();
        if (to.isEmpty()) {
            throw new Invalid("to", "is at least one technician");
        }
        if (to.size() > MOST) {
            throw new OverLimit("recipients", MOST);
        }
        subject = Line.require("subject", subject, LONGEST_SUBJECT);
        MessageText.require("text", text);
    }

    public static NewPrivateMessage of(String subject, String text, StaffId... to) {
        return new NewPrivateMessage(List.of(to), subject, text);
    }
}
