// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.messages;

/** The page of a private message. */
public record PrivateMessage(PrivateMessageRow row, String text) {}
