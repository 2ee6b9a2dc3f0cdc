// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.knowledge;

/** The customers' page of an article; who wrote it is not told. */
public record PublicArticle(PublicArticleRow row, String text) {}
