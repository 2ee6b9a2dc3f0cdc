// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** The page of figures that runs over collected mails write; start at {@link dev.troubletickets.contract.figures.MailFigures}. */
package dev.troubletickets.contract.figures;
