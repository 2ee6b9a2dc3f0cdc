// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({
        "mail,mail,0",
        "mail,mails,1",
        "mail,mai,1",
        "mail,maik,1",
        "mail,mial,1",
        "recieve,receive,1",
        "mail,mile,2",
        "ca,abc,3",
        "mail,elephant,3",
        "mail,post,3",
        "'',ab,2"
    })
    void countsChangesUpToALimitOfTwo(String a, String b, int distance) {
        assertThat(EditDistance.between(a, b, 2)).isEqualTo(distance);
        assertThat(EditDistance.between(b, a, 2)).isEqualTo(distance);
    }
}
