// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.contract.figures.Figures;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of other people's messages, and how fast; skipped where the system property {@code tt.corpora} names no folder of them. */
@Tag("F2")
class PgpFiguresTest {
    /** A build only tries whether the race runs; no time is asserted. */
    private static final int ROUNDS = Boolean.getBoolean("tt.docs.write") ? 21 : 1;

    private static final double TARGET = 0.95;

    @Test
    void messagesOfOtherProjects() throws IOException {
        PgpCorpus corpus = PgpCorpus.assumed();
        Map<String, List<PgpSample>> sources = corpus.encrypted().stream()
                .collect(Collectors.groupingBy(PgpSample::source, TreeMap::new, Collectors.toList()));
        Figures figures = Figures.ofTexts(
                "encrypted-inclusions",
                "Encrypted inclusions (F2)",
                "All messages that other projects' tests encrypted, as their packets tell, opened with the keys that were"
                        + " collected with them. Those read are the same, character by character, as what their authors encrypted, or as GnuPG"
                        + " read them where the authors do not say; of a few there is neither.",
                "source",
                "read",
                "of these, nothing to compare with",
                "another text",
                "not read");
        sources.forEach((name, samples) -> countOf(corpus, name, samples, figures));
        figures.table("not read", "refused as", "why");
        for (PgpSample sample : corpus.encrypted()) {
            corpus.excuse(sample)
                    .ifPresent(excuse -> figures.row(
                            "`" + sample.id() + "`",
                            "*" + excuse.reason.name().toLowerCase(Locale.ROOT) + "*",
                            excuse.why));
        }
        malicious(corpus, figures);
        figures.publish();
        figures.requirePublished();
    }

    private static void countOf(PgpCorpus corpus, String source, List<PgpSample> samples, Figures figures) {
        List<PgpSample> read = samples.stream()
                .filter(sample -> !PgpCorpus.isReason(corpus.outcome(sample)))
                .toList();
        List<String> unknown =
                names(read, sample -> sample.isText(corpus.outcome(sample)).isEmpty());
        List<String> wrong =
                names(read, sample -> sample.isText(corpus.outcome(sample)).equals(Optional.of(false)));
        figures.row(
                source,
                Figures.share(read.size(), samples.size()),
                String.join(", ", unknown),
                wrong.size(),
                samples.size() - read.size());
        assertThat(wrong).isEmpty();
    }

    private static List<String> names(List<PgpSample> samples, Predicate<PgpSample> which) {
        return samples.stream()
                .filter(which)
                .map(sample -> "`" + sample.id() + "`")
                .toList();
    }

    private static void malicious(PgpCorpus corpus, Figures figures) {
        figures.table("made to confuse or to harm", "refused", "read: harmless, and its integrity proven");
        List<PgpSample> all = corpus.samples("pgp-malicious");
        List<PgpSample> toRefuse = all.stream().filter(PgpSample::mustBeRefused).toList();
        figures.row("to be refused, as their authors say", refused(corpus, toRefuse), read(corpus, toRefuse));
        figures.row("all", refused(corpus, all), read(corpus, all));
        assertThat(read(corpus, toRefuse)).isEmpty();
    }

    private static String refused(PgpCorpus corpus, List<PgpSample> samples) {
        long refused = samples.stream()
                .filter(sample -> PgpCorpus.isReason(corpus.outcome(sample)))
                .count();
        return Figures.share((int) refused, samples.size());
    }

    private static String read(PgpCorpus corpus, List<PgpSample> samples) {
        return String.join(", ", names(samples, sample -> !PgpCorpus.isReason(corpus.outcome(sample))));
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
                "ours / alone",
                "target",
                "met");
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
                        "%.2f".formatted(race.ratio()),
                        "≥ " + TARGET,
                        race.ratio() >= TARGET ? "yes" : "**no**");
            }
        }
        figures.publish();
    }
}
