// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class MailFiguresTest {
    @Test
    void thePageIsMadeOfItsRows() throws IOException {
        MailFigures.assemble();
        assertThat(Files.readString(MailFigures.docs().resolve("mail-figures.md")))
                .isEqualTo(MailFigures.page());
    }
}
