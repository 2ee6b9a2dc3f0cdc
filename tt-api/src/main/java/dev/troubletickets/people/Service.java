// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

/** Something an account has bought: its name as the customer knows it ({@code jane.example}) and its kind ({@code web hosting}). */
public record Service(String name, String kind) {
    public Service {
        Words.identifier("service", name);
    }
}
