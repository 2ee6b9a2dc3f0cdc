// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.search.FieldSearch;
import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fields of an installation's own are kept with their types, and tickets found by them (G10). */
public interface FieldStoreContract extends StorageUnderTest {
    FieldKey FIELD = FieldKey.of("field");
    FieldKey OTHER = FieldKey.of("other");
    List<FieldValue> VALUES = List.of(
            FieldValue.text("Žluť 100% \\ _x_ 'n more"),
            FieldValue.text("x".repeat(FieldValue.LONGEST_TEXT)),
            FieldValue.number(0),
            FieldValue.number(-7),
            FieldValue.number(new BigDecimal("999999999999.9999")),
            FieldValue.number(new BigDecimal("-999999999999.9999")),
            FieldValue.number(new BigDecimal("0.5000")),
            FieldValue.date(LocalDate.of(1, 1, 1)),
            FieldValue.date(LocalDate.of(9999, 12, 31)),
            FieldValue.choice("Žluť"),
            FieldValue.yesNo(true),
            FieldValue.yesNo(false));

    @Test
    @Tag("G10")
    default void whatWasPutInComesBackAsItWas() {
        TicketId ticket = keptTicket();
        TicketId empty = keptTicket();
        for (FieldValue value : VALUES) {
            run(unit -> unit.fields().set(ticket, FIELD, value));
            assertThat(read().fields().of(ticket)).isEqualTo(Map.of(FIELD, value));
        }
        run(unit -> unit.fields().set(ticket, OTHER, VALUES.get(0)));
        assertThat(read().fields().of(ticket)).containsOnlyKeys(FIELD, OTHER);

        run(unit -> {
            unit.fields().clear(ticket, FIELD);
            unit.fields().clear(empty, FIELD);
        });
        assertThat(read().fields().of(ticket)).isEqualTo(Map.of(OTHER, VALUES.get(0)));
        assertThat(read().fields().of(empty)).isEmpty();
    }

    @Test
    @Tag("G10")
    default void aUnitSeesItsOwnAndAFailedOneLeavesNothing() {
        TicketId ticket = keptTicket();
        assertThatThrownBy(() -> run(unit -> {
                    unit.fields().set(ticket, FIELD, VALUES.get(0));
                    assertThat(unit.fields().of(ticket)).isEqualTo(Map.of(FIELD, VALUES.get(0)));
                    throw new IllegalStateException("given up");
                }))
                .hasMessage("given up");

        assertThat(read().fields().of(ticket)).isEmpty();
    }

    @Test
    @Tag("A11")
    default void itGoesWithTheTicketAndCannotComeAfterIt() {
        TicketId ticket = keptTicket();
        run(unit -> unit.fields().set(ticket, FIELD, VALUES.get(0)));
        run(unit -> unit.tickets().delete(ticket));

        assertThat(read().fields().of(ticket)).isEmpty();
        assertThatThrownBy(() -> run(unit -> unit.fields().set(ticket, FIELD, VALUES.get(0))))
                .isInstanceOf(WriteConflict.class);
    }

    @Test
    @Tag("G10")
    @Tag("C2")
    default void ticketsAreFoundByExactlyWhatStandsInAField() {
        List<TicketId> tickets =
                VALUES.stream().map(value -> with(FIELD, value)).toList();
        with(OTHER, VALUES.get(0));
        for (int i = 0; i < VALUES.size(); i++) {
            assertThat(found(new FieldSearch.Is(FIELD, VALUES.get(i))))
                    .as("is %s", VALUES.get(i))
                    .containsExactly(tickets.get(i));
        }

        assertThat(found(FieldSearch.is("field", FieldValue.text("žLUŤ 100% \\ _X_ 'N MORE"))))
                .as("texts without regard to case")
                .containsExactly(tickets.get(0));
        assertThat(found(FieldSearch.is("field", FieldValue.choice("žluť"))))
                .as("choices with")
                .isEmpty();
        assertThat(found(FieldSearch.is("field", FieldValue.text("yes"))))
                .as("another type")
                .isEmpty();
        assertThat(found(FieldSearch.is("nowhere", VALUES.get(0)))).isEmpty();
    }

    @Test
    @Tag("G10")
    @Tag("C2")
    default void textsAreFoundByWordsThatStandInThemWithoutPatterns() {
        TicketId first = with(FIELD, VALUES.get(0));
        with(FIELD, FieldValue.choice("100%"));
        with(FIELD, FieldValue.text("1000 x"));

        assertThat(found(FieldSearch.contains("field", "UŤ 100% \\ _"))).containsExactly(first);
        assertThat(found(FieldSearch.contains("field", "0%"))).containsExactly(first);
        assertThat(found(FieldSearch.contains("field", "_X_"))).containsExactly(first);
        assertThat(found(FieldSearch.contains("field", "nothing"))).isEmpty();
    }

    @Test
    @Tag("G10")
    @Tag("C2")
    default void numbersAndDaysAreFoundInRanges() {
        TicketId low = with(FIELD, FieldValue.number(-7));
        TicketId half = with(FIELD, FieldValue.number(new BigDecimal("0.5")));
        TicketId high = with(FIELD, FieldValue.number(new BigDecimal("999999999999.9999")));
        TicketId day = with(FIELD, FieldValue.date(LocalDate.of(1970, 1, 1)));
        with(FIELD, FieldValue.text("5"));

        assertThat(found(FieldSearch.atLeast("field", FieldValue.number(new BigDecimal("0.5")))))
                .containsExactlyInAnyOrder(half, high);
        assertThat(found(FieldSearch.atMost("field", FieldValue.number(new BigDecimal("0.4999")))))
                .containsExactly(low);
        assertThat(found(FieldSearch.between("field", FieldValue.number(-7), FieldValue.number(1))))
                .containsExactlyInAnyOrder(low, half);
        assertThat(found(FieldSearch.between("field", FieldValue.number(-7), FieldValue.number(-7))))
                .containsExactly(low);
        assertThat(found(FieldSearch.atMost("field", FieldValue.date(LocalDate.of(1970, 1, 1)))))
                .containsExactly(day);
        assertThat(found(FieldSearch.atLeast("field", FieldValue.date(LocalDate.of(1970, 1, 2)))))
                .isEmpty();
    }

    @Test
    @Tag("G10")
    @Tag("C2")
    default void severalFieldsHoldTogether() {
        TicketId both = with(FIELD, FieldValue.number(1));
        run(unit -> unit.fields().set(both, OTHER, FieldValue.yesNo(true)));
        with(FIELD, FieldValue.number(1));
        with(OTHER, FieldValue.yesNo(true));

        assertThat(found(
                        FieldSearch.is("field", FieldValue.number(1)), FieldSearch.is("other", FieldValue.yesNo(true))))
                .containsExactly(both);
    }

    private TicketId with(FieldKey field, FieldValue value) {
        TicketId ticket = keptTicket();
        run(unit -> unit.fields().set(ticket, field, value));
        return ticket;
    }

    private List<TicketId> found(FieldSearch... fields) {
        TicketCriteria criteria = TicketCriteria.of(new Visibility.Everything())
                .search(Search.everything().fields(fields));
        List<TicketId> found = read().tickets().list(criteria).stream()
                .map(row -> row.ticket().id())
                .toList();
        assertThat(read().tickets().count(criteria)).isEqualTo(found.size());
        return found;
    }
}
