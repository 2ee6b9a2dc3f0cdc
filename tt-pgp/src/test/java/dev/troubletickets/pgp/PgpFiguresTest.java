// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.contract.figures.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of other people's messages, and how fast; skipped where the system property {@code tt.corpora} names no folder of them. */
@Tag("F2")
class PgpFiguresTest {
    private static final int ROUNDS = 21;

    /** Of one source. */
    private static final class Counted {
        private final List<String> refused = new ArrayList<>();
        private int read;
        private int wrong;

        private void add(PgpCorpus.Sample sample, String outcome) {
            if (PgpCorpus.isReason(outcome)) {
                refused.add("`" + sample.field("id") + "` " + outcome.toLowerCase(Locale.ROOT));
            } else if (sample.isText(outcome)) {
                read++;
            } else {
                wrong++;
            }
        }
    }

    @Test
    void messagesOfOtherProjects() throws IOException {
        PgpCorpus corpus = PgpCorpus.assumed();
        Figures figures = Figures.ofTexts(
                "encrypted-inclusions",
                "Encrypted inclusions (F2)",
                "Messages that GnuPG 2.2 opens with the keys that their authors give, but not those without a text."
                        + " Each is read, character by character, or refused: *no_key* is a message for a password alone,"
                        + " or for a key that the authors do not give, *malformed* one with chunks of 128 MiB, as a draft"
                        + " once had them.",
                "source",
                "read",
                "another text",
                "refused, and why");
        Map<String, Counted> sources = new TreeMap<>();
        for (PgpCorpus.Sample sample : corpus.samples("pgp")) {
            if (sample.isOpenedByGnuPg()) {
                sources.computeIfAbsent(sample.source(), name -> new Counted()).add(sample, corpus.outcome(sample));
            }
        }
        sources.forEach((name, counted) -> figures.row(
                name,
                Figures.share(counted.read, counted.read + counted.wrong + counted.refused.size()),
                counted.wrong,
                String.join(", ", counted.refused)));
        assertThat(sources.values()).allMatch(counted -> counted.wrong == 0);
        malicious(corpus, figures);
        figures.publish();
        figures.requirePublished();
    }

    private static void malicious(PgpCorpus corpus, Figures figures) {
        figures.table("made to confuse or to harm", "refused", "read: harmless, and its integrity proven");
        List<PgpCorpus.Sample> all = corpus.samples("pgp-malicious");
        List<PgpCorpus.Sample> toRefuse =
                all.stream().filter(PgpCorpus.Sample::mustBeRefused).toList();
        figures.row("to be refused, as their authors say", refused(corpus, toRefuse), read(corpus, toRefuse));
        figures.row("all", refused(corpus, all), read(corpus, all));
        assertThat(read(corpus, toRefuse)).isEmpty();
    }

    private static String refused(PgpCorpus corpus, List<PgpCorpus.Sample> samples) {
        long refused = samples.stream()
                .filter(sample -> PgpCorpus.isReason(corpus.outcome(sample)))
                .count();
        return Figures.share((int) refused, samples.size());
    }

    private static String read(PgpCorpus corpus, List<PgpCorpus.Sample> samples) {
        return String.join(
                ", ",
                samples.stream()
                        .filter(sample -> !PgpCorpus.isReason(corpus.outcome(sample)))
                        .map(sample -> "`" + sample.field("id") + "`")
                        .toList());
    }

    /** Both take turns, so that what else the machine does slows both. */
    @Test
    void speedBesideBouncyCastleAlone() throws IOException {
        PgpCorpus.assumed();
        Figures figures = Figures.ofTexts(
                "encrypted-speed",
                "Decrypting beside Bouncy Castle alone (F2)",
                "Armor off, session key, data and modification detection code, in turns with the shortest program that"
                        + " does so with the same Bouncy Castle, keys unlocked before; the median"
                        + " of " + ROUNDS + " rounds.",
                "key",
                "text",
                "a second",
                "ours / alone");
        for (Map.Entry<String, PgpKey> key :
                Map.of("Curve25519", TestKeys.CURVE_25519, "RSA 3072", TestKeys.Rsa.RSA_3072).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList()) {
            for (int size : new int[] {100, 10_000}) {
                BareDecryption.Race race = BareDecryption.race(key.getValue(), size, ROUNDS);
                assertThat(race.perSecond()).isPositive();
                figures.row(
                        key.getKey(),
                        size + " characters",
                        Math.round(race.perSecond()),
                        "%.2f".formatted(race.ratio()));
            }
        }
        figures.publish();
    }
}
