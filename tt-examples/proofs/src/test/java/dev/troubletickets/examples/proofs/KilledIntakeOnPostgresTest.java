package dev.troubletickets.examples.proofs;

class KilledIntakeOnPostgresTest extends KilledIntake {
    private final String database = Postgres.newDatabase();

    @Override
    String where() {
        return database;
    }
}
