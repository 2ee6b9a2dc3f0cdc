// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.knowledge;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** An article as customers see it in a list. */
public record PublicArticleRow(
        ArticleId id, ArticleCategoryId category, String title, Optional<Locale> language, Instant changedAt) {}
