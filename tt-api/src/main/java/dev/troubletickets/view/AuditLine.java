// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.Actor;
import java.time.Instant;

/**
 * Something that somebody did and that stands nowhere else.
 *
 * @param what in English, such as {@code gave DELETE to john}
 */
public record AuditLine(Instant at, Actor actor, String what) {}
