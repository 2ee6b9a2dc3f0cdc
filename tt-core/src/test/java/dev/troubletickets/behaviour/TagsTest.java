// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Edit;
import dev.troubletickets.event.TicketEvent.TagsChanged;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tags on tickets (G10). */
class TagsTest extends BehaviourTest {
    private final TicketId ticket = center.opened();

    @Test
    @Tag("G10")
    void tagsArePutOnAndTakenOff() {
        john.change(ticket, Edit.addTags("VIP", " late "));
        john.change(ticket, Edit.addTags("vip", "new"), Edit.removeTags("late", "never-there"));

        assertThat(john.ticket(ticket).header().tags()).isEqualTo(tags("new", "vip"));
        assertThat(history())
                .containsExactly(
                        new TagsChanged(tags("vip", "late"), Set.of()),
                        new TagsChanged(tags("new"), Set.of()),
                        new TagsChanged(Set.of(), tags("late")));
    }

    @Test
    @Tag("G10")
    void whatChangesNoTagIsNoChange() {
        john.change(ticket, Edit.addTags("vip"));
        long version = center.kept(ticket).version();

        john.change(ticket, Edit.addTags("VIP"), Edit.removeTags("other"));

        assertThat(center.kept(ticket).version()).isEqualTo(version);
    }

    @Test
    @Tag("G10")
    void aTicketCarriesTwentyTagsAtMost() {
        String[] twenty = IntStream.range(0, 20).mapToObj(i -> "tag-" + i).toArray(String[]::new);
        john.change(ticket, Edit.addTags(twenty));

        Expect.in(center).overLimit("tags", () -> john.change(ticket, Edit.addTags("one-more"), Edit.priority(1)));
        john.change(ticket, Edit.removeTags("tag-0"), Edit.addTags("one-more"));
        assertThat(john.ticket(ticket).header().tags()).hasSize(20);
    }

    @Test
    @Tag("G10")
    void whatIsNoTagIsRefused() {
        for (String word : List.of("", " ", "two words", "a,b", "a\u0000", "x".repeat(41), "<b>", "'", "%", "\ud83d")) {
            Expect.in(center).invalid("tags", () -> john.change(ticket, Edit.addTags(word)));
            Expect.in(center).invalid("tags", () -> john.change(ticket, Edit.removeTags("fine", word)));
        }
    }

    @Test
    @Tag("G10")
    void tagsSurviveTheTicketsLife() {
        john.change(ticket, Edit.addTags("vip"));
        john.pickUp(ticket);
        john.close(ticket);
        jane.reopen(ticket);

        assertThat(john.ticket(ticket).header().tags()).isEqualTo(tags("vip"));
    }

    private List<Object> history() {
        return john.ticket(ticket).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .<Object>map(item -> ((ConversationItem.SystemLine) item).event())
                .filter(TagsChanged.class::isInstance)
                .toList();
    }

    private static Set<dev.troubletickets.ticket.Tag> tags(String... values) {
        return Stream.of(values).map(dev.troubletickets.ticket.Tag::of).collect(Collectors.toSet());
    }
}
