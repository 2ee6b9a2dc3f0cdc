// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Delivery;
import dev.troubletickets.view.MailroomView;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketPage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was delivered to a desk and answered on it, against what is in it and what the mail server has taken from it. */
final class Ledger {
    /** What can go wrong, or is known to have become uncertain. */
    enum Mishap {
        MAIL_LOST("mails lost"),
        MESSAGE_DOUBLED("messages doubled"),
        TICKET_DOUBLED("tickets doubled"),
        ANSWER_LOST("answers lost"),
        /** Under different Message-IDs. */
        ANSWER_DOUBLED("answers doubled"),
        /** Under one Message-ID, as decided for answers of which nobody knows whether they have left. */
        ANSWER_TAKEN_AGAIN("answers that the server took twice, under one Message-ID"),
        /** Neither sent nor uncertain. */
        RECEIPT_LOST("receipts lost"),
        RECEIPT_DOUBLED("receipts doubled"),
        RECEIPT_UNCERTAIN("receipts left uncertain");

        private final String shown;

        Mishap(String shown) {
            this.shown = shown;
        }

        String shown() {
            return shown;
        }
    }

    private static final StaffId ANNA = StaffId.of("anna");

    private final SupportCenter center;
    private final StaffDesk desk;
    private final Set<TicketId> answered = new HashSet<>();
    private final Map<TicketId, List<String>> said = new HashMap<>();
    /** By recipient, the Message-IDs. */
    private final Map<String, List<String>> answers = new HashMap<>();

    private final Map<String, List<String>> receipts = new HashMap<>();

    Ledger(SupportCenter center) {
        this.center = center;
        this.desk = center.staff(ANNA);
        desk.saveProfile(StaffProfile.of("Anna", EmailAddress.of("anna@example.com")));
    }

    /** Anna answers every ticket she has not answered yet. */
    void answerAll() {
        for (StaffTicketRow row : tickets()) {
            if (answered.add(row.id())) {
                desk.pickUp(row.id());
                desk.answer(row.id(), Answer.of("This is the answer."));
            }
        }
    }

    /** Notes what the mail server has taken since. */
    void took(MimeMessage... mails) {
        for (MimeMessage mail : mails) {
            try {
                boolean automatic = mail.getHeader("Auto-Submitted") != null;
                (automatic ? receipts : answers)
                        .computeIfAbsent(Questions.recipient(mail), any -> new ArrayList<>())
                        .add(mail.getMessageID());
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    MailroomView mailroom() {
        return center.mailroom(ANNA).state();
    }

    /** How far the mails with the answers have come. */
    List<Delivery.State> deliveries() {
        return answered.stream()
                .flatMap(ticket -> desk.ticket(ticket).messages().stream())
                .flatMap(message -> message.delivery().stream())
                .map(Delivery::state)
                .toList();
    }

    int answered() {
        return answered.size();
    }

    /** Reads tickets that were read before once more, at the next count. */
    void forgetTickets() {
        said.clear();
    }

    /** What has gone wrong so far, of mails up to that number. */
    Map<Mishap, Integer> count(int delivered) {
        List<StaffTicketRow> tickets = tickets();
        tickets.forEach(row -> said.computeIfAbsent(row.id(), this::texts));
        Map<String, Long> texts = said.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
        Set<String> writers =
                tickets.stream().map(row -> row.requester().value()).collect(Collectors.toSet());
        Set<String> awaited = tickets.stream()
                .filter(row -> answered.contains(row.id()))
                .map(row -> row.requester().value())
                .collect(Collectors.toSet());
        int uncertain =
                mailroom().outbox().getOrDefault(Delivery.State.UNCERTAIN, 0L).intValue();
        Map<Mishap, Integer> counts = new EnumMap<>(Mishap.class);
        counts.put(Mishap.MAIL_LOST, (int) IntStream.rangeClosed(1, delivered)
                .filter(i -> !texts.containsKey(Questions.text(i)))
                .count());
        counts.put(
                Mishap.MESSAGE_DOUBLED,
                said.values().stream().mapToInt(List::size).sum() - texts.size());
        counts.put(Mishap.TICKET_DOUBLED, tickets.size() - writers.size());
        counts.put(Mishap.ANSWER_LOST, without(awaited, answers));
        counts.put(Mishap.ANSWER_DOUBLED, distinct(answers.values()) - answers.size());
        counts.put(Mishap.ANSWER_TAKEN_AGAIN, all(answers.values()) - distinct(answers.values()));
        counts.put(Mishap.RECEIPT_LOST, Math.max(0, without(writers, receipts) - uncertain));
        counts.put(Mishap.RECEIPT_DOUBLED, all(receipts.values()) - receipts.size());
        counts.put(Mishap.RECEIPT_UNCERTAIN, uncertain);
        return counts;
    }

    private List<String> texts(TicketId ticket) {
        return desk.ticket(ticket).messages().stream()
                .map(message -> message.text().strip())
                .filter(Questions::isText)
                .toList();
    }

    /** All, by a word that stands in each title. */
    private List<StaffTicketRow> tickets() {
        List<StaffTicketRow> all = new ArrayList<>();
        Optional<PageToken> next = Optional.empty();
        do {
            TicketPage page = desk.quickSearch("Question", next);
            all.addAll(page.tickets());
            next = page.next();
        } while (next.isPresent());
        return all;
    }

    private static int without(Set<String> people, Map<String, List<String>> mails) {
        return (int) people.stream().filter(each -> !mails.containsKey(each)).count();
    }

    private static int all(Collection<List<String>> mails) {
        return mails.stream().mapToInt(List::size).sum();
    }

    private static int distinct(Collection<List<String>> mails) {
        return mails.stream().mapToInt(each -> new HashSet<>(each).size()).sum();
    }
}
