// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import java.io.IOException;
import java.util.List;
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

    /** The last one for a stranger's key besides. */
    private static final List<String> FOR_A_PASSWORD = List.of(
            "pgp/rnp/test_messages/message.compr-encr.31-rounds",
            "pgp/rnp/test_messages/message.enc-password",
            "pgp/rnp/test_messages/message.txt.enc-aead-ocb-aes",
            "pgp/rnp/test_messages/message.txt.signed-sym-none-z",
            "pgp/gopenpgp/crypto/message_mixedPasswordPublic");

    /** Of a draft: chunks of 128 MiB, of which no more than 4 MiB were standardised (RFC 9580 section 5.13.2). */
    private static final List<String> WITH_LARGE_CHUNKS =
            List.of("pgp/rnp/test_messages/message.txt.enc-aead-ocb", "pgp/rnp/test_messages/message.txt.encrypted");

    private PgpCorpus corpus;

    @BeforeEach
    void readTheCorpus() throws IOException {
        corpus = PgpCorpus.assumed();
    }

    @Test
    void noMaliciousMessageIsShown() {
        List<PgpCorpus.Sample> samples = corpus.samples("pgp-malicious");
        List<String> shown = samples.stream()
                .filter(sample -> !PgpCorpus.isReason(corpus.outcome(sample)))
                .map(PgpCorpus.Sample::file)
                .toList();

        assertThat(samples).hasSizeGreaterThan(40);
        assertThat(samples)
                .filteredOn(PgpCorpus.Sample::mustBeRefused)
                .noneMatch(sample -> shown.contains(sample.file()));
        assertThat(shown).isSubsetOf(HARMLESS);
    }

    @Test
    void everyMessageForAKeyThatGnuPgOpensWithProvenIntegrityIsRead() {
        List<PgpCorpus.Sample> good = corpus.samples("pgp").stream()
                .filter(PgpCorpus.Sample::isGood)
                .filter(sample -> !FOR_A_PASSWORD.contains(sample.file()))
                .filter(sample -> !WITH_LARGE_CHUNKS.contains(sample.file()))
                .toList();
        List<String> refused = good.stream()
                .filter(sample -> !sample.isText(corpus.outcome(sample)))
                .map(sample -> sample.file() + " " + corpus.outcome(sample))
                .toList();

        assertThat(refused).as("of %s", good.size()).isEmpty();
        assertThat(good).hasSizeGreaterThan(20);
    }

    @Test
    void allOtherMessagesAreReadOrRefusedWithAReason() {
        assertThat(corpus.samples("pgp"))
                .allSatisfy(sample -> assertThat(corpus.outcome(sample)).isNotNull());
    }

    @Test
    void messagesForAPasswordAreForNoneOfOurKeys() {
        assertThat(corpus.samples("pgp"))
                .filteredOn(sample -> FOR_A_PASSWORD.contains(sample.file()))
                .hasSize(FOR_A_PASSWORD.size())
                .allSatisfy(sample -> assertThat(corpus.outcome(sample)).isEqualTo(Reason.NO_KEY.name()));
    }
}
