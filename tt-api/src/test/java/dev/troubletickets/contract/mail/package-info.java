// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What every mail system must do, as tests to inherit. Start at {@link dev.troubletickets.contract.mail.MailFormatContract}; a format
 * passes all the format contracts, a mailbox and a transport one each.
 */
package dev.troubletickets.contract.mail;
