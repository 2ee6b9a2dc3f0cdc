// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.erasure.ErasureId;
import dev.troubletickets.erasure.ErasureJob;
import dev.troubletickets.erasure.ErasurePreview;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.erasure.Trace;
import dev.troubletickets.feed.Cursor;
import dev.troubletickets.fields.CustomField;
import dev.troubletickets.fields.FieldType;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Invariants;
import dev.troubletickets.kit.KeptWords;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Money;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.search.Search;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.statistics.Statistics;
import dev.troubletickets.statistics.StatisticsQuery;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.TicketSort;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of a person who was erased no word is left anywhere (G12): every text and byte of the storage is looked through. */
@Tag("G12")
class ErasureCanaryTest extends BehaviourTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final TracedLife janes = new TracedLife(center, Cast.JANE, "qjane");
    private final TracedLife marys = new TracedLife(center, Cast.MARY, "qmary");
    private TicketId shared = TicketId.of(1);

    @BeforeEach
    void both() {
        center.settings(settings -> settings.withAutoClose(AutoClose.never()).withRatings(true));
        center.admin().fields().save(List.of(CustomField.of("domain", "Domain", FieldType.TEXT)));
        for (Permission permission : List.of(Permission.STATISTICS, Permission.RULES)) {
            center.admin().give(Cast.JOHN, permission);
        }
        janes.live();
        marys.live();
        share();
    }

    /** Jane is in copy of a ticket of mary's, and writes there, too. */
    private void share() {
        shared = mary.open(NewTicket.of(marys.word("sharedsubject"), marys.word("sharedtext")));
        john.pickUp(shared);
        john.answer(
                shared,
                Answer.of(marys.word("sharedanswer")).cc("jane@home.example").keepOpen());
        center.mail()
                .deliver(InboundMail.from("Jane Doe <jane@home.example>")
                        .subject("[" + shared + "] Re")
                        .text(janes.word("intruding"))
                        .header("X-Anything", janes.word("intrudingheader"))
                        .bytes());
        center.mail()
                .deliver(InboundMail.from("mary@mary.example")
                        .subject("[" + shared + "] Re")
                        .text(marys.word("replying"))
                        .header("Cc", "jane@home.example")
                        .bytes());
        center.run();
    }

    @Test
    void noWordOfThePersonIsLeftAndEveryWordOfOthersIs() {
        List<String> before = kept();
        assertThat(janes.words())
                .allSatisfy(word -> assertThat(isIn(before, word)).as(word).isTrue());
        assertThat(marys.words())
                .allSatisfy(word -> assertThat(isIn(before, word)).as(word).isTrue());

        erase();

        List<String> after = kept();
        assertThat(where(after, janes.words())).isEmpty();
        assertThat(where(after, List.of("jane.example", "home.example"))).isEmpty();
        assertThat(marys.words())
                .allSatisfy(word -> assertThat(isIn(after, word)).as(word).isTrue());
    }

    @Test
    void figuresChargesNumbersAndStatesStay() {
        Map<TicketId, TicketData> before = tickets();
        Statistics figures = anna.statistics().of(StatisticsQuery.of(DAY, DAY, ZoneOffset.UTC));
        List<Money> charges = charges().stream().map(Charge::amount).toList();

        erase();

        Map<TicketId, TicketData> after = tickets();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((id, ticket) -> {
            TicketData was = before.get(id);
            assertThat(ticket.state()).as("state of %s", id).isEqualTo(was.state());
            assertThat(ticket.activity()).isEqualTo(was.activity());
            assertThat(ticket.header().account()).isEqualTo(was.header().account());
            assertThat(ticket.header().createdAt()).isEqualTo(was.header().createdAt());
        });
        Statistics then = anna.statistics().of(StatisticsQuery.of(DAY, DAY, ZoneOffset.UTC));
        assertThat(then.basic()).isEqualTo(figures.basic());
        assertThat(then.technicians()).isEqualTo(figures.technicians());
        assertThat(charges()).extracting(Charge::amount).isEqualTo(charges);
    }

    @Test
    void thePreviewTellsWhatIsTouchedAndChangesNothing() {
        List<String> before = kept();

        ErasurePreview preview = center.admin().erasure().preview(Person.account(Cast.JANE.id()));

        assertThat(kept()).containsExactlyInAnyOrderElementsOf(before);
        ErasureJob job = center.admin().erasure().state(erase());
        assertThat(preview.traces().keySet()).containsExactly(Trace.values());
        assertThat(job.traces()).isEqualTo(preview.traces());
    }

    @Test
    void asMuchOfEachKindIsTouchedAsThereWasAndTheSecondTimeNothing() {
        ErasureJob first = center.admin().erasure().state(erase());

        assertThat(first.count(Trace.TICKETS)).isEqualTo(janes.tickets.size());
        assertThat(first.count(Trace.COPIES)).isEqualTo(1);
        assertThat(first.count(Trace.COMMENTS)).isEqualTo(1);
        assertThat(center.admin()
                        .erasure()
                        .tickets(first.id(), Optional.empty())
                        .tickets())
                .hasSize(janes.tickets.size() + 1)
                .contains(shared)
                .containsAll(janes.tickets);
        List<String> after = kept();
        ErasureJob second = center.admin().erasure().state(erase());
        assertThat(second.traces()).isEmpty();
        assertThat(center.admin()
                        .erasure()
                        .tickets(second.id(), Optional.empty())
                        .tickets())
                .isEmpty();
        assertThat(where(after, janes.words())).isEmpty();
    }

    @Test
    void whatIsLeftCanStillBeReadByEverybody() {
        erase();

        for (TicketId ticket : tickets().keySet()) {
            assertThat(anna.ticket(ticket).conversation()).isNotEmpty();
        }
        janes.tickets.stream()
                .limit(2)
                .forEach(ticket -> assertThat(jane.ticket(ticket)).isNotNull());
        assertThat(mary.ticket(shared)).isNotNull();
        assertThat(center.center().events().read(Cursor.start(), 1000).events()).isNotEmpty();
        assertThat(center.center().mailroom(Cast.ANNA).state()).isNotNull();
        assertThat(center.center().mailroom(Cast.ANNA).taken(Long.MAX_VALUE)).isNotEmpty();
        assertThat(john.bulk().jobs()).hasSize(2);
        assertThat(john.search().saved().list()).hasSize(1);
        assertThat(anna.search()
                        .find(
                                Search.everything().text("qjanetext"),
                                TicketSort.ascending(TicketSort.Column.ID),
                                Optional.empty())
                        .tickets())
                .isEmpty();
    }

    private ErasureId erase() {
        ErasureId id = center.admin().erasure().erase(Person.account(Cast.JANE.id()));
        center.run();
        assertThat(center.admin().erasure().state(id).state()).isEqualTo(ErasureJob.State.DONE);
        return id;
    }

    private List<String> kept() {
        return KeptWords.of(center.storage()).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean isIn(List<String> kept, String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return kept.stream().anyMatch(each -> each.contains(lower));
    }

    private static List<String> where(List<String> kept, List<String> words) {
        List<String> lower =
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        return kept.stream()
                .filter(each -> lower.stream().anyMatch(each::contains))
                .toList();
    }

    private Map<TicketId, TicketData> tickets() {
        return center.storage().read(Invariants::allTickets).stream()
                .collect(Collectors.toMap(TicketData::id, Function.identity()));
    }

    private List<Charge> charges() {
        return center.admin()
                .statements()
                .charges(Cast.RITA, BillingPeriod.month(YearMonth.from(DAY)), Optional.empty())
                .charges();
    }
}
