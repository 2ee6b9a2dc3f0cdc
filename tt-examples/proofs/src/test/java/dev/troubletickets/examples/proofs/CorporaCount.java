// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import dev.troubletickets.contract.figures.Figures;
import dev.troubletickets.view.MailOutcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of the mails of one source, or of all. */
final class CorporaCount {
    private int mails;
    private int identical;
    private int machines;
    private int people;
    private int peopleAnswered;
    private int bounces;
    private final Map<MailOutcome, Integer> outcomes = new EnumMap<>(MailOutcome.class);
    private final List<String> answeredMachines = new ArrayList<>();
    private final List<String> openedByBounces = new ArrayList<>();

    /** @param answers that were sent by themselves because of it */
    record Taken(MailOutcome outcome, int answers, boolean identical) {}

    void add(CorporaMail mail, Taken taken) {
        mails++;
        identical += taken.identical() ? 1 : 0;
        outcomes.merge(taken.outcome(), 1, Integer::sum);
        boolean answered = taken.answers() > 0;
        if (mail.machines()) {
            machines++;
            note(answered, mail, answeredMachines);
        } else {
            people++;
            peopleAnswered += answered ? 1 : 0;
        }
        if (mail.bounce()) {
            bounces++;
            note(taken.outcome() == MailOutcome.OPENED, mail, openedByBounces);
        }
    }

    private static void note(boolean happened, CorporaMail mail, List<String> where) {
        if (happened) {
            where.add(mail.file());
        }
    }

    /** Mails of machines that were answered. */
    List<String> answeredMachines() {
        return answeredMachines;
    }

    /** Bounces that opened a ticket. */
    List<String> openedByBounces() {
        return openedByBounces;
    }

    int mails() {
        return mails;
    }

    int identical() {
        return identical;
    }

    int withOutcome() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    int bounces() {
        return bounces;
    }

    int machines() {
        return machines;
    }

    int peopleAnswered() {
        return peopleAnswered;
    }

    static Figures figures() {
        List<String> columns = new ArrayList<>(List.of("source", "mails"));
        shown().forEach(outcome -> columns.add(outcome.name().toLowerCase(Locale.ROOT)));
        columns.addAll(List.of(
                "originals byte for byte",
                "automatic mails answered",
                "other mails answered",
                "bounces that opened a ticket"));
        return Figures.ofMails(
                "intake",
                "Intake (D1, D4, D9, D10)",
                "What becomes of every file, put one by one into the mailbox of a desk that knows nobody, a day apart so that no limit"
                        + " of automatic mails holds an answer back. Bounces are those that the collectors say are. Automatic are"
                        + " these, and mails with a header of RFC 3834 or a common one that says so, read by another"
                        + " library. What is quarantined has no sender, no mail in it, or exceeds a limit. The rules were"
                        + " made while looking at those bounces and automatic mails that failed here.",
                columns.toArray(String[]::new));
    }

    void addTo(Figures figures, String source) {
        List<Object> cells = new ArrayList<>(List.of(source, mails));
        shown().forEach(outcome -> cells.add(outcomes.getOrDefault(outcome, 0)));
        cells.addAll(List.of(
                Figures.share(identical, mails),
                Figures.share(answeredMachines.size(), machines),
                Figures.share(peopleAnswered, people),
                Figures.share(openedByBounces.size(), bounces)));
        figures.row(cells.toArray());
    }

    /** All but what only an administrator brings about. */
    private static List<MailOutcome> shown() {
        return List.of(MailOutcome.values()).stream()
                .filter(outcome -> outcome != MailOutcome.DISCARDED)
                .toList();
    }
}
