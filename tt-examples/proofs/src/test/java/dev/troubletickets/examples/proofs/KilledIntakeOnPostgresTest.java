// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

class KilledIntakeOnPostgresTest extends KilledIntake {
    private final String database = Postgres.newDatabase();

    @Override
    String where() {
        return database;
    }
}
