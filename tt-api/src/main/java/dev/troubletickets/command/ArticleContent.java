// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.command;

import dev.troubletickets.failure.Invalid;
import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.Audience;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/**
 * What an editor says of an article (E9).
 *
 * @param title one line of at most 200 characters
 * @param text plain text
 * @param language it is written in; told, and nothing else
 * @param published false for a draft
 */
public record ArticleContent(
        ArticleCategoryId category,
        String title,
        String text,
        Optional<Locale> language,
        Audience audience,
        boolean published) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TAG = 35;

    /** @throws Invalid {@code title}, {@code text} or {@code language}, if it cannot be taken */
    public ArticleContent {
        title = Line.require("title", title, LONGEST_TITLE);
        MessageText.require("text", text);
        language.ifPresent(ArticleContent::requireLanguage);
    }

    /** A draft for staff. */
    public static ArticleContent of(ArticleCategoryId category, String title, String text) {
        return new ArticleContent(category, title, text, Optional.empty(), Audience.INTERNAL, false);
    }

    public ArticleContent language(Locale value) {
        return new ArticleContent(category, title, text, Optional.of(value), audience, published);
    }

    /** Seen by customers once it is published. */
    public ArticleContent forCustomers() {
        return new ArticleContent(category, title, text, language, Audience.PUBLIC, published);
    }

    public ArticleContent forStaff() {
        return new ArticleContent(category, title, text, language, Audience.INTERNAL, published);
    }

    public ArticleContent publish() {
        return new ArticleContent(category, title, text, language, audience, true);
    }

    public ArticleContent draft() {
        return new ArticleContent(category, title, text, language, audience, false);
    }

    private static void requireLanguage(Locale language) {
        try {
            String tag = new Locale.Builder().setLocale(language).build().toLanguageTag();
            if (!language.getLanguage().isEmpty() && tag.length() <= LONGEST_TAG) {
                return;
            }
        } catch (IllformedLocaleException e) {
            throw new Invalid("language", "is no language");
        }
        throw new Invalid("language", "is no language");
    }
}
