// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.money.Money;
import java.time.Instant;

/**
 * What a customer pays for an answer (E6).
 *
 * @param words what it is for
 * @param refunded of it; zero for nothing
 */
public record Payment(Instant at, Money amount, String words, Money refunded) {}
