// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The words of a merged ticket find, for staff, what everything came together in; for its customer their own ticket alone (A12, C6). */
@Tag("A12")
@Tag("C6")
public interface MergedWordsContract extends FullTextUnderTest {
    Visibility JANE = new Visibility.OfAccount(AccountId.of("jane"));
    Visibility BOB = new Visibility.OfAccount(AccountId.of("bob"));

    @Test
    default void wordsOfTitleMessagesAndNotesLeadThroughChains() {
        TicketData root = said("jane", "rootword");
        TicketData middle = said("jane", "middleword");
        TicketData leaf = said("jane", "leafword");
        merge(leaf, middle.id(), false);
        merge(middle, root.id(), false);

        for (Visibility staff :
                List.of(new Visibility.Everything(), new Visibility.OfStaff(JOHN, Set.of(someQueue())))) {
            assertThat(found(staff, "leafword rootword")).containsExactly(root.id());
            assertThat(found(staff, "leafwordtitle middlewordnote rootwordtitle"))
                    .containsExactly(root.id());
        }
        assertThat(found(JANE, "leafword rootword")).containsExactly(root.id());
        assertThat(found(JANE, "leafwordtitle")).containsExactly(root.id());
        assertThat(found(JANE, "leafwordnote")).isEmpty();
    }

    @Test
    default void nobodyIsFoundByAnotherCustomersWords() {
        TicketData janes = said("jane", "janesword");
        TicketData bobs = said("bob", "bobsword");
        TicketData bobsToo = said("bob", "moreword");
        merge(bobsToo, bobs.id(), false);
        merge(bobs, janes.id(), true);

        assertThat(found("bobsword moreword janesword")).containsExactly(janes.id());
        assertThat(found(JANE, "bobsword")).isEmpty();
        assertThat(found(JANE, "moreword")).isEmpty();
        assertThat(found(JANE, "janesword")).containsExactly(janes.id());
        for (Visibility theirs : List.of(BOB, new Visibility.OfResellers(ResellerId.of("bob")))) {
            assertThat(found(theirs, "bobsword moreword morewordtitle")).containsExactly(bobs.id());
            assertThat(found(theirs, "janesword")).isEmpty();
            assertThat(found(theirs, "bobswordnote")).isEmpty();
        }
    }

    @Test
    @Tag("G2")
    default void apartOnceMoreEachIsFoundByItsOwn() {
        TicketData root = said("jane", "rootword");
        TicketData middle = said("jane", "middleword");
        TicketData leaf = said("jane", "leafword");
        merge(leaf, middle.id(), false);
        merge(middle, root.id(), false);
        turnBack(leaf);

        assertThat(found("leafword")).containsExactly(leaf.id());
        assertThat(found("rootword middleword")).containsExactly(root.id());

        turnBack(middle);

        assertThat(found("middleword")).containsExactly(middle.id());
        assertThat(found("rootword")).containsExactly(root.id());
        assertThat(found(JANE, "leafwordtitle")).containsExactly(leaf.id());
    }

    @Test
    default void aMiddleThatTurnsBackTakesAlongWhatWasMergedIntoIt() {
        TicketData root = said("jane", "rootword");
        TicketData middle = said("bob", "middleword");
        TicketData leaf = said("bob", "leafword");
        merge(leaf, middle.id(), false);
        merge(middle, root.id(), true);
        turnBack(middle);

        assertThat(found("leafword middleword")).containsExactly(middle.id());
        assertThat(found("leafword rootword")).isEmpty();
        assertThat(found(BOB, "leafwordtitle")).containsExactly(middle.id());
    }

    @Test
    default void whatIsWrittenLaterLeadsOnToo() {
        TicketData janes = said("jane", "janesword");
        TicketData bobs = said("bob", "bobsword");
        merge(bobs, janes.id(), true);
        say(MessageId.publicMessage(bobs.id(), 2), "laterword");
        run(unit -> {
            TicketData kept = unit.tickets().find(bobs.id()).orElseThrow();
            unit.tickets()
                    .update(TicketBuilder.after(kept)
                            .mergedInto(janes.id(), true)
                            .subject("newtitle")
                            .build());
        });

        assertThat(found("laterword newtitle")).containsExactly(janes.id());
        assertThat(found(BOB, "laterword newtitle")).containsExactly(bobs.id());
        assertThat(found(JANE, "laterword")).isEmpty();
    }

    @Test
    @Tag("A4")
    default void aMessageThatIsShownElsewhereIsFoundThere() {
        TicketData root = said("jane", "rootword");
        TicketData shown = said("jane", "shownword");
        TicketData from = said("jane", "fromword");
        run(unit -> unit.conversations().show(MessageId.publicMessage(from.id(), 1), from.id(), shown.id()));

        assertThat(found("fromword")).containsExactly(shown.id());
        assertThat(found("fromwordtitle")).containsExactly(from.id());

        merge(shown, root.id(), false);

        assertThat(found("fromword rootword")).containsExactly(root.id());
        run(unit -> unit.conversations().show(MessageId.publicMessage(from.id(), 1), shown.id(), from.id()));
        assertThat(found("fromword fromwordtitle")).containsExactly(from.id());
    }

    @Test
    default void aMergedTitleCountsAsATitle() {
        TicketData root = said("jane", "rootword");
        TicketData merged = said("jane", "otherword");
        TicketData often = said("jane", "often");
        merge(merged, root.id(), false);
        say(MessageId.publicMessage(often.id(), 2), "otherwordtitle ".repeat(5));
        TicketCriteria criteria = TicketCriteria.of(new Visibility.Everything())
                .search(Search.everything().text("otherwordtitle"))
                .order(SortKey.RELEVANCE, true);

        assertThat(read().tickets().list(criteria))
                .extracting(row -> row.ticket().id())
                .containsExactly(root.id(), often.id());
    }

    /** A ticket with the word in its message; with words made of it in its title and its note. */
    private TicketData said(String account, String word) {
        TicketData ticket = keep(ticket().account(account)
                .reseller(account)
                .subject(word + "title")
                .messages(1, 0, 0));
        say(MessageId.publicMessage(ticket.id(), 1), word);
        say(MessageId.note(ticket.id(), 1), word + "note");
        return ticket;
    }

    private void say(MessageId id, String text) {
        MessageKind kind = id.isNote() ? MessageKind.NOTE : MessageKind.CUSTOMER;
        run(unit -> unit.conversations().add(StorageFixtures.message(id, 1, kind, text, List.of())));
    }

    private void merge(TicketData source, TicketId into, boolean apart) {
        run(unit -> {
            TicketData kept = unit.tickets().find(source.id()).orElseThrow();
            unit.tickets()
                    .update(TicketBuilder.after(kept).mergedInto(into, apart).build());
        });
    }

    /** In a unit that has not read the ticket. */
    private void turnBack(TicketData source) {
        TicketData kept = read().tickets().find(source.id()).orElseThrow();
        run(unit -> unit.tickets().update(TicketBuilder.after(kept).build()));
    }
}
