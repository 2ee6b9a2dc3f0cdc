// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.knowledge;

/** The number of an article (E9). */
public record ArticleId(long value) {
    public static ArticleId of(long value) {
        return new ArticleId(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
