// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class KilledIntakeOnEmbeddedH2Test extends KilledIntake {
    @TempDir
    Path directory;

    @Override
    String where() {
        return directory.resolve("desk").toString();
    }
}
