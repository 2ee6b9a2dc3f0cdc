// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.pgp.PgpCorpus.Excuse;
import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages of other people's test suites; skipped where the system property {@code tt.corpora} names no folder of them. */
@Tag("F2")
class PgpCorpusTest {
    /**
     * Made to confuse parsers, but the text is whole and its integrity proven: armor in one long line, and a marker packet (to be
     * ignored, RFC 9580 section 5.8) of another content.
     */
    private static final List<String> HARMLESS = List.of(
            "pgp/rnp/test_stream_armor/message_64k_oneline.asc", "pgp/rnp/test_messages/message.txt.marker.malf");

    private PgpCorpus corpus;

    @BeforeEach
    void readTheCorpus() throws IOException {
        corpus = PgpCorpus.assumed();
    }

    @Test
    void noMaliciousMessageIsShown() {
        List<PgpSample> samples = corpus.samples("pgp-malicious");
        List<String> shown = samples.stream()
                .filter(sample -> !PgpCorpus.isReason(corpus.outcome(sample)))
                .map(PgpSample::file)
                .toList();

        assertThat(samples).hasSizeGreaterThan(40);
        assertThat(samples).filteredOn(PgpSample::mustBeRefused).noneMatch(sample -> shown.contains(sample.file()));
        assertThat(shown).isSubsetOf(HARMLESS);
    }

    @Test
    void everyEncryptedMessageIsReadUnlessItsPacketsExcuseIt() {
        List<PgpSample> messages = corpus.encrypted();

        assertThat(messages).hasSizeGreaterThan(45).allSatisfy(sample -> {
            Optional<Excuse> excuse = corpus.excuse(sample);
            String outcome = corpus.outcome(sample);
            if (excuse.isPresent()) {
                assertThat(outcome)
                        .as(sample.id())
                        .isEqualTo(excuse.get().reason.name());
            } else {
                assertThat(PgpCorpus.isReason(outcome))
                        .as(sample.id() + " " + outcome)
                        .isFalse();
                assertThat(sample.isText(outcome)).as(sample.id()).isNotEqualTo(Optional.of(false));
            }
        });
        assertThat(messages)
                .filteredOn(sample -> corpus.excuse(sample).isEmpty())
                .hasSizeGreaterThan(25);
    }

    @Test
    void whatIsNotEncryptedIsNoInclusion() {
        assertThat(corpus.samples("pgp"))
                .filteredOn(sample -> sample.envelope().isEmpty())
                .hasSizeGreaterThan(60)
                .allSatisfy(sample ->
                        assertThat(corpus.outcome(sample)).as(sample.id()).isEqualTo(Reason.MALFORMED.name()));
    }
}
