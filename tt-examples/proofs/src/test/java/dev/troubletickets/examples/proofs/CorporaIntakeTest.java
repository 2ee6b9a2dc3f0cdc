// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.troubletickets.contract.figures.Figures;
import dev.troubletickets.examples.proofs.CorporaCount.Taken;
import dev.troubletickets.view.MailroomView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mails that strangers wrote, in a folder named by {@code -Dtt.corpora}: each comes to an outcome, its original stays as it was, no machine
 * is answered, and no bounce opens a ticket but those named; {@code docs/mail-figures.md}.
 */
@Tag("D1")
@Tag("D4")
@Tag("D9")
@Tag("D10")
class CorporaIntakeTest {
    @TempDir
    Path directory;

    @Test
    void everyMailComesToAnOutcomeItsOriginalStaysNoMachineIsAnsweredAndNoBounceOpens() throws IOException {
        String corpora = System.getProperty("tt.corpora", "");
        assumeTrue(!corpora.isEmpty(), "needs -Dtt.corpora=<folder of mails>");
        Map<String, List<CorporaMail>> sources = CorporaMail.read(Path.of(corpora)).stream()
                .collect(Collectors.groupingBy(CorporaMail::source, TreeMap::new, Collectors.toList()));
        Figures figures = CorporaCount.figures();
        CorporaCount all = new CorporaCount();
        sources.forEach((source, mails) -> count(mails, all).addTo(figures, source));
        all.addTo(figures, "all");
        figures.publish();

        assertThat(all.withOutcome()).isEqualTo(all.mails()).isGreaterThan(200);
        assertThat(all.identical()).isEqualTo(all.mails());
        assertThat(all.answeredMachines()).isEmpty();
        assertThat(all.openedByBounces()).isEmpty();
        // or nothing of it would say anything
        assertThat(List.of(all.machines(), all.bounces(), all.peopleAnswered()))
                .allSatisfy(count -> assertThat(count).isGreaterThan(50));
        figures.requirePublished();
    }

    /** On a desk of their own. */
    private CorporaCount count(List<CorporaMail> mails, CorporaCount all) {
        CorporaCount count = new CorporaCount();
        String source = mails.get(0).source();
        try (MailTrial trial = new MailTrial(directory.resolve("desk-" + Math.abs(source.hashCode())))) {
            for (CorporaMail mail : mails) {
                Taken taken = trial.take(mail.raw());
                count.add(mail, taken);
                all.add(mail, taken);
            }
            MailroomView state = trial.mailroom().state();
            assertThat(state.waiting()).isZero();
            // whatever failed unexpectedly was put off, and would wait; a quarantine row tells a limit or a missing
            // sender
            assertThat(state.quarantine())
                    .allSatisfy(kept -> assertThat(kept.reason()).doesNotContain("processing failed"));
            for (int i = 0; i < mails.size(); i++) {
                assertThat(trial.original(i + 1)).isEqualTo(mails.get(i).raw());
            }
        }
        return count;
    }
}
