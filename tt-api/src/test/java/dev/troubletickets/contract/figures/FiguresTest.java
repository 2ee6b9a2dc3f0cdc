// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FiguresTest {
    @ParameterizedTest
    @EnumSource
    void aPageIsMadeOfItsRows(Figures.Page page) throws IOException {
        page.assemble();
        assertThat(Files.readString(page.file())).isEqualTo(page.content());
    }
}
