// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.MARY;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Assignment;
import dev.troubletickets.spi.storage.TicketCriteria.Find;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketStore.ListedTicket;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What lists hold. In which order and page is {@link TicketOrderContract}'s, for whom is {@link TicketVisibilityContract}'s. */
public interface TicketListContract extends StorageUnderTest {
    @Test
    default void anEmptyStorageListsNothing() {
        assertThat(found(everything())).isEmpty();
        assertThat(read().tickets().count(everything())).isZero();
    }

    @Test
    default void aListShowsTicketsAsTheyAreKept() {
        var ticket = keep(ticket().account("jane").category("Billing").assignee(JOHN));

        assertThat(read().tickets().list(everything())).containsExactly(new ListedTicket(ticket, false, 0));
    }

    @Test
    default void onlyTheNamedStatusesAreListed() {
        for (Status status : Status.values()) {
            keep(ticket().status(status).subject(status.name()));
        }

        for (Status status : Status.values()) {
            assertThat(subjects(everything().statuses(Set.of(status)))).containsExactly(status.name());
        }
        assertThat(subjects(everything().statuses(Set.of(Status.NEW, Status.CLOSED))))
                .containsExactlyInAnyOrder("NEW", "CLOSED");
        assertThat(subjects(everything().statuses(Set.of()))).isEmpty();
    }

    @Test
    @Tag("B3")
    default void ticketsAreListedByTheHandsTheyAreIn() {
        TicketId nobodys = keptTicket();
        TicketId johns = keep(ticket().assignee(JOHN)).id();
        TicketId otherJohns = keep(ticket().assignee(StaffId.of("JOHN"))).id();

        assertThat(found(everything().assigned(new Assignment.To(JOHN)))).containsExactly(johns);
        assertThat(found(everything().assigned(new Assignment.Nobody()))).containsExactly(nobodys);
        assertThat(found(everything().assigned(new Assignment.To(MARY)))).isEmpty();
        assertThat(found(everything().assigned(new Assignment.Anyone())))
                .containsExactlyInAnyOrder(nobodys, johns, otherJohns);
    }

    @Test
    @Tag("A6")
    default void archivedTicketsAreListedApartFromTheOthers() {
        TicketId closed = keep(ticket().status(Status.CLOSED)).id();
        TicketId archived = keep(ticket().archived()).id();

        assertThat(found(everything().archived(true))).containsExactly(archived);
        assertThat(found(everything().archived(false))).containsExactly(closed);
        assertThat(found(everything())).containsExactlyInAnyOrder(closed, archived);
    }

    @Test
    @Tag("A17")
    default void onlyAnswersTheCustomerHasNotReadAreUnread() {
        keep(ticket().messages(3, 0, 0));
        keep(ticket().messages(3, 2, 2));
        TicketId unread = keep(ticket().messages(3, 3, 2)).id();

        assertThat(found(everything().onlyUnreadByCustomer())).containsExactly(unread);
        write().tickets().markReadByCustomer(unread, 3);
        assertThat(found(everything().onlyUnreadByCustomer())).isEmpty();
    }

    @Test
    @Tag("A17")
    default void aListTellsWhatItsReaderHasNotRead() {
        TicketId id = keep(ticket().messages(2, 0, 0).notes(1)).id();

        assertThat(unread(everything())).isFalse();
        assertThat(unread(everything().readBy(JOHN))).isTrue();
        write().conversations().markRead(id, JOHN, 2);
        assertThat(unread(everything().readBy(JOHN))).as("a note is left").isTrue();
        write().conversations().markRead(id, JOHN, 3);
        assertThat(unread(everything().readBy(JOHN))).isFalse();
        assertThat(unread(everything().readBy(MARY))).isTrue();
    }

    @Test
    @Tag("A17")
    default void aReadersMarkNeverGoesBack() {
        TicketId id = keep(ticket().messages(2, 0, 0)).id();
        write().conversations().markRead(id, JOHN, 2);
        write().conversations().markRead(id, JOHN, 1);

        assertThat(unread(everything().readBy(JOHN))).isFalse();
    }

    @Test
    @Tag("A17")
    default void aMarkMovesOnOnlyForWhoHasReadSoFar() {
        TicketId id = keep(ticket().messages(3, 0, 0)).id();
        write().conversations().markRead(id, JOHN, 2);
        write().conversations().markRead(id, MARY, 1);
        write().conversations().advanceRead(id, JOHN, 2, 3);
        write().conversations().advanceRead(id, MARY, 2, 3);

        assertThat(unread(everything().readBy(JOHN))).isFalse();
        assertThat(unread(everything().readBy(MARY))).isTrue();
    }

    @Test
    @Tag("C1")
    default void aSearchByNumberFindsThatTicketAlone() {
        TicketId one = keptTicket();
        keptTicket();

        assertThat(found(everything().find(new Find.ById(one)))).containsExactly(one);
        assertThat(found(everything().find(new Find.ById(TicketId.of(Long.MAX_VALUE)))))
                .isEmpty();
    }

    @Test
    @Tag("C1")
    default void aSearchByAddressDisregardsCaseAndNothingElse() {
        TicketId janes = keep(ticket().requester("Jane_Doe@example.org")).id();
        keep(ticket().requester("JaneXDoe@example.org"));
        keep(ticket().requester("Jane_Doe@example.org.evil"));

        assertThat(found(everything().find(new Find.ByRequester(EmailAddress.of("jANE_dOE@Example.ORG")))))
                .containsExactly(janes);
    }

    @Test
    @Tag("C1")
    default void aSearchBySubjectFindsTheWordsWhereverTheyStand() {
        keep(ticket().subject("My mail bounces"));
        keep(ticket().subject("Mail Bounces again"));
        keep(ticket().subject("Bounces mail"));

        assertThat(subjectsWith("mail bounces")).containsExactlyInAnyOrder("My mail bounces", "Mail Bounces again");
        assertThat(subjectsWith("MAIL BOUNCES A")).containsExactly("Mail Bounces again");
        assertThat(subjectsWith("mail  bounces")).isEmpty();
    }

    @Test
    @Tag("C1")
    default void noCharacterIsSpecialInASearchBySubject() {
        for (String subject : List.of("100 % full", "snake_case", "C:\\temp", "it's", "a \"quote\"", "plain [x]*.?")) {
            keep(ticket().subject(subject));
        }

        assertThat(subjectsWith("%")).containsExactly("100 % full");
        assertThat(subjectsWith("_")).containsExactly("snake_case");
        assertThat(subjectsWith("\\")).containsExactly("C:\\temp");
        assertThat(subjectsWith("\\t")).containsExactly("C:\\temp");
        assertThat(subjectsWith("'")).containsExactly("it's");
        assertThat(subjectsWith("\"q")).containsExactly("a \"quote\"");
        assertThat(subjectsWith("[x]*.?")).containsExactly("plain [x]*.?");
        assertThat(subjectsWith("s%e")).isEmpty();
        assertThat(subjectsWith("snake-case")).isEmpty();
        assertThat(subjectsWith("\\%")).isEmpty();
    }

    @Test
    @Tag("C1")
    default void aSearchBySubjectDisregardsCaseInEveryAlphabet() {
        keep(ticket().subject("Über ΓΕΙΑ Привет"));

        assertThat(subjectsWith("üBER γεια пРИВЕТ")).hasSize(1);
        assertThat(subjectsWith("uber")).as("an accent is not a case").isEmpty();
    }

    @Test
    default void allPartsOfTheCriteriaHoldTogether() {
        TicketId wanted = keep(ticket().archived()
                        .assignee(JOHN)
                        .messages(2, 2, 0)
                        .subject("Wanted"))
                .id();
        keep(ticket().archived().assignee(JOHN).messages(2, 2, 0).subject("Other"));
        keep(ticket().archived().assignee(JOHN).messages(2, 2, 2).subject("Wanted"));
        keep(ticket().archived().assignee(MARY).messages(2, 2, 0).subject("Wanted"));
        keep(ticket().status(Status.CLOSED).assignee(JOHN).messages(2, 2, 0).subject("Wanted"));

        TicketCriteria criteria = everything()
                .archived(true)
                .assigned(new Assignment.To(JOHN))
                .onlyUnreadByCustomer()
                .find(new Find.BySubject("wanted"))
                .statuses(Set.of(Status.CLOSED));
        assertThat(found(criteria)).containsExactly(wanted);
        assertThat(read().tickets().count(criteria)).isEqualTo(1);
        assertThat(found(criteria.statuses(Set.of(Status.OPEN)))).isEmpty();
    }

    @Test
    default void aCountIsOfAllThatFitWhateverThePage() {
        for (int i = 0; i < 5; i++) {
            keep(ticket().lastMessage(minutes(i)));
        }
        keep(ticket().status(Status.CLOSED));
        var last = new TicketCriteria.Cursor(minutes(2), TicketId.of(1));
        TicketCriteria second = everything()
                .statuses(Set.of(Status.NEW))
                .order(SortKey.LAST_MESSAGE, false)
                .page(Optional.of(last), 1)
                .readBy(JOHN);

        assertThat(read().tickets().count(second)).isEqualTo(5);
    }

    private static TicketCriteria everything() {
        return TicketCriteria.of(new Visibility.Everything());
    }

    private List<TicketId> found(TicketCriteria criteria) {
        return read().tickets().list(criteria).stream()
                .map(row -> row.ticket().id())
                .toList();
    }

    private List<String> subjects(TicketCriteria criteria) {
        return read().tickets().list(criteria).stream()
                .map(row -> row.ticket().header().subject().value())
                .toList();
    }

    private List<String> subjectsWith(String words) {
        return subjects(everything().find(new Find.BySubject(words)));
    }

    private boolean unread(TicketCriteria criteria) {
        return read().tickets().list(criteria).get(0).unread();
    }
}
