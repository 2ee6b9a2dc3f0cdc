// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.knowledge;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An article in a staff list.
 *
 * @param published false for a draft, which those alone see who may write
 * @param views how often customers have opened it
 */
public record ArticleRow(
        ArticleId id,
        ArticleCategoryId category,
        String title,
        Optional<Locale> language,
        Audience audience,
        boolean published,
        long views,
        Instant changedAt) {}
