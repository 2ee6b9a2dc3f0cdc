// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent.StatusChanged;
import dev.troubletickets.event.TicketEvent.TicketDeleted;
import dev.troubletickets.event.TicketEvent.TicketOpened;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.feed.Cursor;
import dev.troubletickets.feed.EventFeed;
import dev.troubletickets.feed.FeedEvent;
import dev.troubletickets.feed.FeedPage;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.Actor;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every event once, in an order that stays, from any place on (G4). */
@Tag("G4")
class EventFeedTest extends BehaviourTest {
    private final EventFeed feed = center.center().events();

    @Test
    void anEmptyFeedEndsWhereItBegins() {
        assertThat(feed.read(Cursor.start(), 10)).isEqualTo(new FeedPage(List.of(), Cursor.start()));
    }

    @Test
    void eventsComeTypedAndAsJsonWithWhoAndWhen() {
        TicketId ticket = center.taken();

        List<FeedEvent> events = feed.read(Cursor.start(), 10).events();

        assertThat(events)
                .extracting(FeedEvent::type)
                .containsExactly("TicketOpened", "TicketPickedUp", "StatusChanged");
        FeedEvent first = events.get(0);
        assertThat(first.ticket()).isEqualTo(ticket);
        assertThat(first.at()).isEqualTo(clock.instant());
        assertThat(first.actor()).contains(Actor.customer(Cast.JANE.id()));
        assertThat(first.event()).get().isInstanceOf(TicketOpened.class);
        assertThat(first.json())
                .isEqualTo("{\"version\":1,\"type\":\"TicketOpened\",\"cursor\":\"e1\",\"at\":\"2026-03-02T09:00:00Z\","
                        + "\"ticket\":" + ticket.value() + ",\"actor\":{\"customer\":\"jane\"},\"data\":{\"queue\":"
                        + center.defaultQueue().value() + ",\"channel\":\"PANEL\",\"claimed\":null}}");
        assertThat(events.get(2).event()).get().isInstanceOf(StatusChanged.class);
        assertThat(events.get(2).json())
                .contains("\"actor\":{\"staff\":\"john\"}", "\"from\":\"NEW\",\"to\":\"OPEN\",\"cause\":\"STAFF\"");
    }

    @Test
    void aReaderGoesOnFromAnyPlaceAndMeetsEachEventOnce() {
        TicketId one = center.taken();
        TicketId other = center.opened();
        List<FeedEvent> all = feed.read(Cursor.start(), EventFeed.MOST).events();
        john.answer(one, Answer.of("Fixed.").keepOpen());
        center.after(Duration.ofMinutes(5));
        jane.reply(one, Reply.of("Not quite."));
        john.pickUp(other);

        List<FeedEvent> later = new ArrayList<>(all);
        Cursor cursor = later.get(later.size() - 1).cursor();
        for (FeedPage page = feed.read(cursor, 2); !page.events().isEmpty(); page = feed.read(page.next(), 2)) {
            assertThat(page.events()).hasSizeLessThanOrEqualTo(2);
            later.addAll(page.events());
        }

        assertThat(later).isEqualTo(feed.read(Cursor.start(), EventFeed.MOST).events());
        assertThat(later).extracting(FeedEvent::cursor).isSorted().doesNotHaveDuplicates();
        for (TicketId ticket : List.of(one, other)) {
            assertThat(later.stream()
                            .filter(event -> event.ticket().equals(ticket))
                            .map(event -> Objects.requireNonNull(event.event().orElse(null))))
                    .isEqualTo(center.events(ticket));
        }
        assertThat(feed.read(Cursor.parse(all.get(1).cursor().toString()), 1).events())
                .containsExactly(all.get(2));
    }

    @Test
    @Tag("A11")
    void ofADeletedTicketOnlyThatSomethingHappenedIsTold() {
        TicketId ticket = center.taken();
        Cursor before = feed.read(Cursor.start(), 2).next();
        john.note(ticket, "Odd.");
        center.after(Duration.ofMinutes(20));

        anna.delete(ticket);

        List<FeedEvent> events = feed.read(Cursor.start(), 100).events();
        assertThat(events)
                .extracting(FeedEvent::type)
                .containsExactly("TicketOpened", "TicketPickedUp", "StatusChanged", "NoteAdded", "TicketDeleted");
        assertThat(events.subList(0, 4))
                .allMatch(event -> event.event().isEmpty()
                        && event.actor().isEmpty()
                        && event.json().endsWith("\"actor\":null,\"data\":null}"));
        assertThat(events.get(4).event()).contains(new TicketDeleted());
        assertThat(events.get(4).actor()).contains(Actor.staff(Cast.ANNA));
        assertThat(feed.read(before, 100).events()).isEqualTo(events.subList(2, 5));
    }

    @Test
    @Tag("A9")
    void whatStaffWriteForStaffIsNotInTheFeed() {
        String canary = "canary-4711";
        TicketId ticket = center.taken();
        john.note(ticket, "A note: " + canary);
        john.answer(ticket, Answer.of("Public.").note("Another: " + canary).keepOpen());
        anna.editMessage(ticket, MessageId.note(ticket, 1), "Changed.");
        john.change(ticket, Edit.summary("A summary: " + canary));
        john.change(ticket, Edit.summary("Another"));

        List<FeedEvent> events = feed.read(Cursor.start(), 100).events();

        assertThat(events).extracting(FeedEvent::type).contains("NoteAdded", "MessageEdited", "FieldChanged");
        assertThat(events).noneMatch(event -> event.toString().contains(canary));
        assertThat(center.events(ticket).toString()).as("the canary lives").contains(canary);
    }

    @Test
    void theFeedRemembersHowFarAConsumerIs() {
        center.taken();
        Cursor second = feed.read(Cursor.start(), 2).next();
        Cursor third = feed.read(Cursor.start(), 3).next();

        assertThat(feed.position("mirror")).isEqualTo(Cursor.start());
        feed.advance("mirror", third);
        feed.advance("mirror", second);
        assertThat(feed.position("mirror")).isEqualTo(third);
        assertThat(feed.position("webhook")).isEqualTo(Cursor.start());
        feed.rewind("mirror", second);
        assertThat(feed.position("mirror")).isEqualTo(second);
    }

    @Test
    void aPlaceThatThisFeedNeverHadIsRefused() {
        center.opened();
        Cursor end = feed.read(Cursor.start(), 100).next();
        Cursor beyond = new Cursor(end.position() + 1);

        assertThat(feed.read(end, 1).events()).isEmpty();
        Expect.in(center).invalid("cursor", () -> feed.read(beyond, 1));
        Expect.in(center).invalid("cursor", () -> feed.advance("mirror", beyond));
        Expect.in(center).invalid("cursor", () -> feed.rewind("mirror", beyond));
        assertThat(feed.position("mirror")).isEqualTo(Cursor.start());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "1", "e-1", "E1", "e01", "e1 ", "e9999999999999999999", "e\u0661", "<e1>"})
    void whatIsNoCursorIsRefused(String text) {
        assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(Invalid.class);
    }

    @Test
    void pagesAndNamesHaveTheirLimits() {
        Expect.in(center).invalid("limit", () -> feed.read(Cursor.start(), 0));
        Expect.in(center).invalid("limit", () -> feed.read(Cursor.start(), EventFeed.MOST + 1));
        for (String name : List.of("", " ", "a\nb", "x".repeat(EventFeed.LONGEST_NAME + 1))) {
            Expect.in(center).invalid("consumer", () -> feed.position(name));
            Expect.in(center).invalid("consumer", () -> feed.advance(name, Cursor.start()));
            Expect.in(center).invalid("consumer", () -> feed.rewind(name, Cursor.start()));
        }
    }

    @Test
    void moreEventsThanGetTheirPlacesAtOnceComeAllTheSame() {
        TicketId ticket = center.taken();
        for (int i = 0; i < 40; i++) {
            john.note(ticket, "Note " + i);
        }

        assertThat(feed.read(Cursor.start(), EventFeed.MOST).events())
                .hasSize(43)
                .extracting(FeedEvent::cursor)
                .isSorted();
    }
}
