// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.knowledge;

/** The number of a category of articles (E9). */
public record ArticleCategoryId(long value) {
    public static ArticleCategoryId of(long value) {
        return new ArticleCategoryId(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
