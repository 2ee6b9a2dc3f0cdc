// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** The pages of figures that test runs write; start at {@link dev.troubletickets.contract.figures.Figures}. */
package dev.troubletickets.contract.figures;
