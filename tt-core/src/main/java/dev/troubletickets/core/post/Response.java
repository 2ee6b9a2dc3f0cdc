// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.settings.Wording;
import java.util.Optional;

/**
 * An automatic mail to the requester, as it is decided before the ticket is written.
 *
 * @param withheld why it does not go out; empty if it does
 */
public record Response(Wording subject, Wording text, Optional<Withheld> withheld) {}
