// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.knowledge;

/**
 * A category of articles.
 *
 * @param articles how many of them whoever looks may see
 */
public record ArticleCategory(ArticleCategoryId id, String name, long articles) {}
