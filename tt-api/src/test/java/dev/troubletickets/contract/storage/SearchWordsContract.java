// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.search.SearchWords;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A search by words finds the tickets among whose texts each word stands, as {@link SearchWords} tells words. */
public interface SearchWordsContract extends FullTextUnderTest {
    List<String> TEXTS = List.of(
            "The mail to jane.doe@example.org bounces: 550 5.1.1 <User unknown>",
            "Žluťoučký KŮŇ; cafe\u0301 and café",
            "a & b | !c <-> (d):* 'e' \"f\" \\g %h _i",
            "日本語のメール, สวัสดี, שלום, ПРИВЕТ ΓΕΙΆ",
            "\uD83D\uDE80 launch \uD83D\uDC69\u200D\uD83D\uDCBB ❤️ x² №5 1e5 -7 +3.14",
            "http://example.org/a/b?c=d&e=f <b>bold</b> &amp; C:\\temp",
            "drop table ticket; -- ' or '1'='1");

    @Test
    @Tag("C6")
    default void aTicketIsFoundByTheWordsOfItsTitleAndItsMessagesTogether() {
        TicketId ticket =
                keep(ticket().subject("Invoice 2024-17").messages(2, 0, 0)).id();
        say(ticket, MessageId.publicMessage(ticket, 1), "please send a copy");
        say(ticket, MessageId.publicMessage(ticket, 2), "as PDF");
        keep(ticket().subject("Invoice"));

        assertThat(found("invoice PDF copy")).containsExactly(ticket);
        assertThat(found("17")).containsExactly(ticket);
        assertThat(found("invoice")).hasSize(2);
        assertThat(found("invoice paid")).isEmpty();
        assertThat(found("cop")).as("part of a word").isEmpty();
    }

    @Test
    @Tag("C6")
    @Tag("A9")
    default void notesAreSearchedForStaffAlone() {
        TicketData ticket = keep(ticket().account("jane").reseller("rita").notes(1));
        say(ticket.id(), MessageId.publicMessage(ticket.id(), 1), "public words");
        say(ticket.id(), MessageId.note(ticket.id(), 1), "secret words");
        List<Visibility> staff =
                List.of(new Visibility.Everything(), new Visibility.OfStaff(JOHN, Set.of(someQueue())));
        List<Visibility> others = List.of(
                new Visibility.OfAccount(AccountId.of("jane")), new Visibility.OfResellers(ResellerId.of("rita")));

        staff.forEach(each -> assertThat(found(each, "secret")).containsExactly(ticket.id()));
        others.forEach(each -> assertThat(found(each, "secret")).isEmpty());
        others.forEach(each -> assertThat(found(each, "public secret")).isEmpty());
        others.forEach(each -> assertThat(found(each, "public")).containsExactly(ticket.id()));
    }

    @Test
    @Tag("C6")
    @Tag("F2")
    default void whatStandsInAnEncryptedBlockIsNotFound() {
        TicketId ticket = keptTicket();
        String block = "-----BEGIN PGP MESSAGE-----\n\nhQEMA7secret\n-----END PGP MESSAGE-----\n";
        say(ticket, MessageId.publicMessage(ticket, 1), "before\n" + block + "after");

        assertThat(found("before after")).containsExactly(ticket);
        assertThat(found("hQEMA7secret")).isEmpty();
        assertThat(found("pgp")).isEmpty();
    }

    @Test
    @Tag("A16")
    @Tag("C6")
    default void changedTextsAreFoundByTheirNewWordsAlone() {
        TicketData ticket = keep(ticket().subject("old title"));
        MessageId message = MessageId.publicMessage(ticket.id(), 1);
        say(ticket.id(), message, "old text");
        run(unit -> {
            unit.conversations().changeText(message, "new text", minutes(1));
            unit.tickets()
                    .update(TicketBuilder.after(ticket).subject("new title").build());
        });

        assertThat(found("old")).isEmpty();
        assertThat(found("new text title")).containsExactly(ticket.id());
    }

    @Test
    @Tag("A11")
    @Tag("C6")
    default void aDeletedTicketIsNotFound() {
        TicketId ticket = keptTicket();
        say(ticket, MessageId.publicMessage(ticket, 1), "gone");
        run(unit -> unit.tickets().delete(ticket));

        assertThat(found("gone")).isEmpty();
    }

    @Test
    @Tag("C6")
    default void everyWordOfEveryTextFindsTheTextsThatHaveIt() {
        Map<TicketId, Set<String>> words = new LinkedHashMap<>();
        for (String text : TEXTS) {
            TicketId ticket = keep(ticket().subject("-")).id();
            say(ticket, MessageId.publicMessage(ticket, 1), text);
            words.put(ticket, new HashSet<>(SearchWords.of(text)));
        }
        Set<String> all = words.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        assertThat(all).hasSizeGreaterThan(50);
        for (String word : all) {
            List<TicketId> expected = words.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(word))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(found(word)).as(word).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(found("'" + word.toUpperCase(java.util.Locale.ROOT) + "':* & "))
                    .as(word)
                    .containsAll(expected);
        }
        for (String text : TEXTS.subList(0, 3)) {
            assertThat(found(text)).as("the text as the search").hasSize(1);
        }
    }

    @Test
    @Tag("C6")
    default void severalWordsFindWhatAPlainLookFinds() {
        Random random = new Random(11);
        Map<TicketId, Set<String>> words = new LinkedHashMap<>();
        for (int i = 0; i < 25; i++) {
            Set<String> of = new HashSet<>();
            String title = text(random, of);
            TicketId ticket = keep(ticket().subject(title)).id();
            say(ticket, MessageId.publicMessage(ticket, 1), text(random, of));
            say(ticket, MessageId.note(ticket, 1), text(random, of));
            words.put(ticket, of);
        }
        for (int i = 0; i < 100; i++) {
            Set<String> wanted = new HashSet<>();
            String text = text(random, wanted);
            assertThat(found(text))
                    .as(text)
                    .containsExactlyInAnyOrderElementsOf(words.entrySet().stream()
                            .filter(entry -> entry.getValue().containsAll(wanted))
                            .map(Map.Entry::getKey)
                            .toList());
        }
    }

    @Test
    @Tag("C6")
    default void longTextsAndLongWordsAreKept() {
        TicketId ticket = keptTicket();
        String many = IntStream.range(0, 15_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        say(ticket, MessageId.publicMessage(ticket, 1), many + " " + "x".repeat(100_000));
        TicketId wide = keptTicket();
        String chinese = IntStream.range(0x4e00, 0x4e00 + 15_000)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        say(wide, MessageId.publicMessage(wide, 1), chinese);

        assertThat(found("w14999")).containsExactly(ticket);
        assertThat(found("x".repeat(150))).containsExactly(ticket);
        assertThat(found(Character.toString(0x4e00 + 14_999))).containsExactly(wide);
    }

    /** A few words of few, so that many texts share some. */
    private static String text(Random random, Set<String> words) {
        List<String> text = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String word = String.valueOf((char) ('a' + random.nextInt(8)));
            words.add(word);
            text.add(random.nextBoolean() ? word : word.toUpperCase(java.util.Locale.ROOT));
        }
        return String.join(random.nextBoolean() ? " " : " | ", text);
    }

    private void say(TicketId ticket, MessageId id, String text) {
        MessageKind kind = id.isNote() ? MessageKind.NOTE : MessageKind.CUSTOMER;
        run(unit -> unit.conversations().add(StorageFixtures.message(id, 1, kind, text, List.of())));
    }
}
