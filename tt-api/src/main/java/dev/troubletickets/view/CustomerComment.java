// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.StaffId;
import java.time.Instant;

/**
 * What staff have noted about a customer (E12), besides what the host has to say.
 *
 * @param version rises with every change
 * @param text empty after somebody took it away
 * @param by who changed it last
 * @param byName the full name; the id without a profile
 */
public record CustomerComment(AccountId account, long version, String text, StaffId by, String byName, Instant at) {}
