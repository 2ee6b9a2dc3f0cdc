// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What belongs to a ticket: messages, history, attachments, thread ids. Start at {@link
 * dev.troubletickets.jdbc.internal.conversation.SqlConversationStore}.
 */
@NullMarked
package dev.troubletickets.jdbc.internal.conversation;

import org.jspecify.annotations.NullMarked;
