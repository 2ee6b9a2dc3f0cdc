// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tags come and go with the ticket they are on. */
public interface TagContract extends StorageUnderTest {
    @Test
    @Tag("G10")
    default void aTicketIsKeptWithItsTags() {
        TicketData ticket = keep(ticket().tags("vip", "žluť", "a:b", "a_b", "日本"));

        assertThat(kept(ticket.id())).isEqualTo(ticket);
        assertThat(kept(keptTicket()).header().tags()).isEmpty();
    }

    @Test
    @Tag("G10")
    default void aTicketIsFoundByTheTagsItHasNow() {
        TicketData first = keep(ticket().tags("vip", "old"));
        TicketData second = keep(ticket().tags("vip"));
        run(unit -> {
            TicketData read = unit.tickets().find(first.id()).orElseThrow();
            unit.tickets().update(TicketBuilder.after(read).tags("vip", "new").build());
        });

        assertThat(found("vip")).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(found("vip", "new")).containsExactly(first.id());
        assertThat(found("old")).isEmpty();
        assertThat(found("vi")).isEmpty();
    }

    @Test
    @Tag("G10")
    default void tagsAreReplacedByAUnitThatHasNotReadTheTicketToo() {
        TicketData ticket = keep(ticket().tags("one", "two"));
        run(unit -> unit.tickets()
                .update(TicketBuilder.after(ticket).tags("two", "three").build()));

        assertThat(kept(ticket.id()).header().tags()).isEqualTo(tags("two", "three"));
        assertThat(found("one")).isEmpty();
        assertThat(found("three")).containsExactly(ticket.id());
    }

    @Test
    @Tag("G10")
    default void aRefusedReplacementChangesNoTag() {
        TicketData ticket = keep(ticket().tags("one"));

        boolean replaced = write(unit -> {
            unit.tickets().find(ticket.id());
            return unit.tickets()
                    .update(TicketBuilder.after(ticket).version(7).tags("two").build());
        });

        assertThat(replaced).isFalse();
        assertThat(found("one")).containsExactly(ticket.id());
        assertThat(found("two")).isEmpty();
    }

    @Test
    @Tag("A11")
    default void aDeletedTicketIsFoundByNoTag() {
        TicketData ticket = keep(ticket().tags("vip"));
        run(unit -> unit.tickets().delete(ticket.id()));

        assertThat(found("vip")).isEmpty();
    }

    private List<TicketId> found(String... tags) {
        Search search = Search.everything().tags(tags(tags).toArray(dev.troubletickets.ticket.Tag[]::new));
        return read()
                .tickets()
                .list(TicketCriteria.of(new Visibility.Everything()).search(search))
                .stream()
                .map(row -> row.ticket().id())
                .toList();
    }

    private static Set<dev.troubletickets.ticket.Tag> tags(String... values) {
        return Stream.of(values).map(dev.troubletickets.ticket.Tag::of).collect(Collectors.toSet());
    }
}
