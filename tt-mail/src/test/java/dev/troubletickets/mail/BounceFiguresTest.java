// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.contract.figures.Figures;
import dev.troubletickets.mail.Corpus.Sample;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport.Recipient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many of collected bounces are recognised, and whether their addresses are told right; {@code docs/mail-figures.md}. */
@Tag("D9")
class BounceFiguresTest {
    private int mails;
    private int recognised;
    private int addresses;
    private int right;
    private int exact;
    private int told;
    private final List<String> missed = new ArrayList<>();

    private void count(Sample sample) throws IOException {
        Optional<DeliveryReport> report = sample.parse().flatMap(ParsedMail::report);
        mails++;
        recognised += report.isPresent() ? 1 : 0;
        if (report.isEmpty()) {
            missed.add(sample.text("id"));
        }
        Set<EmailAddress> permanent = told(report, Recipient::isPermanent);
        Set<EmailAddress> temporary = told(report, one -> !one.isPermanent());
        Set<EmailAddress> expectedPermanent = addresses(sample.expected("permanent"));
        Set<EmailAddress> expectedTemporary = addresses(sample.expected("temporary"));
        addresses += expectedPermanent.size() + expectedTemporary.size();
        right += common(permanent, expectedPermanent) + common(temporary, expectedTemporary);
        boolean known = !expectedPermanent.isEmpty() || !expectedTemporary.isEmpty();
        told += known ? 1 : 0;
        exact += known && permanent.equals(expectedPermanent) && temporary.equals(expectedTemporary) ? 1 : 0;
    }

    private static Set<EmailAddress> told(Optional<DeliveryReport> report, Predicate<Recipient> which) {
        return report.stream()
                .flatMap(found -> found.recipients().stream())
                .filter(one -> one.hasFailed() || one.action().equals("delayed"))
                .filter(which)
                .map(Recipient::address)
                .collect(Collectors.toSet());
    }

    private static Set<EmailAddress> addresses(List<String> texts) {
        return texts.stream().map(EmailAddress::of).collect(Collectors.toSet());
    }

    private static int common(Set<EmailAddress> some, Set<EmailAddress> others) {
        return (int) some.stream().filter(others::contains).count();
    }

    private static Map<String, BounceFiguresTest> counted() throws IOException {
        Map<String, BounceFiguresTest> counts = new TreeMap<>();
        for (Sample sample : Corpus.assumed().of("bounce").toList()) {
            String half = sample.isHeldOut() ? "held out" : "looked at";
            for (String row : List.of(sample.source() + " | " + half, "all | " + half, "all | both")) {
                counts.computeIfAbsent(row, any -> new BounceFiguresTest()).count(sample);
            }
        }
        return counts;
    }

    @Test
    void bouncesAreRecognisedAndTheirAddressesToldRight() throws IOException {
        Map<String, BounceFiguresTest> counts = counted();
        Figures figures = Figures.ofMails(
                "bounces",
                "Bounces (D9)",
                "Rules were made while looking at one half of the mails, chosen by digest; the other half was only counted. An"
                        + " address is right if it is named, and permanent or temporary as the authors say; their word for a"
                        + " server that gave up after a temporary failure is permanent, ours is not (RFC 3463, class 4).",
                "source",
                "half",
                "recognised",
                "addresses right",
                "mails with exactly these addresses",
                "missed");
        counts.forEach((row, of) -> figures.row(
                row,
                Figures.share(of.recognised, of.mails),
                Figures.share(of.right, of.addresses),
                Figures.share(of.exact, of.told),
                String.join(", ", of.missed)));
        figures.publish();
        for (String half : List.of("looked at", "held out", "both")) {
            BounceFiguresTest all = counts.get("all | " + half);
            assertThat(all.recognised * 100.0 / all.mails).as(half).isGreaterThanOrEqualTo(98);
            assertThat(all.right * 100.0 / all.addresses).as(half).isGreaterThanOrEqualTo(90);
        }
    }

    /** Mails that are no bounces: none may be taken for one. */
    @Test
    void whatIsNoBounceIsNotTakenForOne() throws IOException {
        List<String> taken = new ArrayList<>();
        int mails = 0;
        for (Sample sample : Corpus.assumed().of("mime-parse").toList()) {
            boolean bounce = sample.text("file").contains("bounce")
                    || Corpus.texts(sample.json().path("tags")).contains("dsn");
            if (!bounce && sample.text("input").equals("eml")) {
                mails++;
                if (sample.parse().flatMap(ParsedMail::report).isPresent()) {
                    taken.add(sample.text("id"));
                }
            }
        }
        Figures.ofMails(
                        "not-bounces",
                        "Mails that are no bounces",
                        "Of all other mails that were collected.",
                        "mails",
                        "taken for bounces")
                .row(mails, taken.isEmpty() ? "none" : String.join(", ", taken))
                .publish();
        assertThat(taken).isEmpty();
    }
}
