// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

class KilledIntakeOnPostgresTest extends KilledIntake {
    private final String database = Postgres.newDatabase();

    @Override
    String where() {
        return database;
    }

    @Override
    void requireReceipts(Map<String, Long> receipts) {
        assertThat(receipts)
                .allSatisfy((writer, count) -> assertThat(count).as(writer).isOne());
    }
}
