// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

/** What stands in the place of words and addresses of people who were erased (G12). */
public final class Erased {
    /** For a title, a text, or a name that cannot be empty. */
    public static final String TEXT = "(erased)";

    /** No mail goes there, and none from there is believed. */
    public static final EmailAddress ADDRESS = EmailAddress.of("erased@erased.invalid");

    private Erased() {}
}
