// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Rating;
import dev.troubletickets.command.Reply;
import dev.troubletickets.contract.storage.Race;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.settings.ResellerSupport;
import dev.troubletickets.statistics.Figures;
import dev.troubletickets.statistics.ResellerShare;
import dev.troubletickets.statistics.Series;
import dev.troubletickets.statistics.Share;
import dev.troubletickets.statistics.Statistics;
import dev.troubletickets.statistics.StatisticsQuery;
import dev.troubletickets.statistics.TechnicianShare;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Figures of what happened, of the queues one sees (E10). */
@Tag("E10")
class StatisticsTest extends BehaviourTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final StatisticsQuery DAY = StatisticsQuery.of(FIRST, FIRST, ZoneOffset.UTC);

    private final CustomerDesk bob = center.bob();

    @Test
    void nothingWasCountedInAnEmptyInstallation() {
        Statistics empty = anna.statistics().of(DAY);

        assertThat(empty.asOf()).isEqualTo(Instant.EPOCH);
        assertThat(empty.basic().opened()).isZero();
        assertThat(empty.basic().averageRating()).isEmpty();
        assertThat(empty.firstAnswer().half()).isEmpty();
        assertThat(empty.technicians()).isEmpty();
        assertThat(empty.series()).hasSize(Series.Name.values().length);
        assertThat(empty.series().get(0).points()).hasSize(24);
    }

    @Test
    @Tag("G11")
    void aDaysWorkIsCountedAndTimed() {
        center.settings(settings -> settings.withRatings(true).withCategories(Category.of("Mail")));
        TicketId one = jane.open(NewTicket.of("One", "Hi").category("Mail"));
        TicketId two = bob.open(NewTicket.of("Two", "Hi"));
        john.pickUp(one);
        center.after(Duration.ofMinutes(30));
        john.answer(one, Answer.of("Fixed.").keepOpen());
        center.after(Duration.ofMinutes(30));
        john.close(one);
        jane.rate(one, Rating.of(4));
        center.after(Duration.ofHours(1));
        jane.reply(one, Reply.of("Again."));
        bob.close(two);
        Instant counted = clock.instant();

        Statistics day = counted();

        assertThat(day.asOf()).isEqualTo(counted);
        Figures basic = day.basic();
        assertThat(basic.opened()).isEqualTo(2);
        assertThat(basic.closed()).isEqualTo(2);
        assertThat(basic.reopened()).isEqualTo(1);
        assertThat(basic.answers()).isEqualTo(1);
        assertThat(basic.firstAnswer().average()).contains(Duration.ofMinutes(30));
        assertThat(basic.resolution().average()).contains(Duration.ofMinutes(90));
        assertThat(basic.ratings()).isEqualTo(1);
        assertThat(basic.averageRating()).isEqualTo(OptionalDouble.of(4));
        assertThat(day.resolution().half().orElseThrow()).isBetween(Duration.ofMinutes(58), Duration.ofMinutes(62));
        assertThat(day.technicians()).extracting(TechnicianShare::of).containsExactly(Cast.JOHN);
        TechnicianShare johns = day.technicians().get(0);
        assertThat(johns.name()).isEqualTo("John Woods");
        assertThat(johns.figures().answers()).isEqualTo(1);
        assertThat(johns.figures().closed()).isEqualTo(1);
        assertThat(johns.figures().opened()).isZero();
        assertThat(johns.figures().averageRating()).isEqualTo(OptionalDouble.of(4));
        assertThat(day.categories()).extracting(Share::name).containsExactly("Mail");
        assertThat(day.channels()).extracting(Share::of).containsExactly(Channel.PANEL);
        assertThat(day.resellers()).extracting(ResellerShare::of).containsExactly(Cast.RITA);
        assertThat(day.resellers().get(0).figures().closed()).isEqualTo(1);
        assertThat(day.queues()).extracting(Share::name).containsExactly("Support");
        assertThat(points(day, Series.Name.OPENED)).startsWith(0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0);
    }

    @Test
    void loadIsWhatTechniciansHaveInHandNow() {
        center.taken();
        john.answer(center.taken(), Answer.of("Fixed.").keepOpen());

        assertThat(counted().technicians())
                .extracting(TechnicianShare::of, TechnicianShare::load)
                .containsExactly(tuple(Cast.JOHN, 1L));
    }

    @Test
    @Tag("G11")
    void aChangedRatingCountsOnceWhereItWasGivenLast() {
        center.settings(settings -> settings.withRatings(true));
        TicketId ticket = center.taken();
        john.close(ticket);
        jane.rate(ticket, Rating.of(1));
        center.run();
        center.after(Duration.ofDays(1));
        jane.rate(ticket, Rating.of(5));

        assertThat(counted().basic().ratings()).isZero();
        Figures next = anna.statistics()
                .of(StatisticsQuery.of(FIRST.plusDays(1), FIRST.plusDays(1), ZoneOffset.UTC))
                .basic();
        assertThat(next.ratings()).isEqualTo(1);
        assertThat(next.averageRating()).isEqualTo(OptionalDouble.of(5));
    }

    @Test
    @Tag("A11")
    void whatWasCountedStaysWhenATicketIsDeletedBeforeItIsCountedOrAfter() {
        TicketId before = center.taken();
        john.answer(before, Answer.of("Fixed.").andClose());
        anna.delete(before);
        assertThat(counted().basic().answers()).isEqualTo(1);

        TicketId after = center.taken();
        john.answer(after, Answer.of("Fixed.").andClose());
        center.run();
        anna.delete(after);
        assertThat(counted().basic().closed()).isEqualTo(2);
    }

    @Test
    void twoNodesThatCountAtOnceCountOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            john.answer(center.taken(), Answer.of("Fixed.").andClose());
        }
        TestCenter other = center.anotherNode();

        Race.of(2, number -> (number == 0 ? center : other).run());

        assertThat(counted().basic().answers()).isEqualTo(20);
        assertThat(counted().basic().opened()).isEqualTo(20);
    }

    @Test
    @Tag("E3")
    void onlyWhoHoldsThePermissionSeesStatistics() {
        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> john.statistics().of(DAY));
        Expect.in(center)
                .refused(Refusal.PERMISSION_MISSING, () -> john.statistics().export(DAY, new ByteArrayOutputStream()));
        center.admin().give(Cast.JOHN, Permission.STATISTICS);
        assertThat(john.statistics().of(DAY).basic().opened()).isZero();
    }

    @Test
    @Tag("B2")
    void whatHappensInQueuesOneDoesNotSeeChangesNoneOfTheirFigures() {
        center.settings(settings -> settings.withRatings(true));
        center.admin().give(Cast.JOHN, Permission.STATISTICS);
        QueueId hidden = center.queue("Hidden");
        TicketId secret = center.opened();
        anna.change(secret, Edit.queue(hidden));
        john.answer(center.taken(), Answer.of("Fixed.").keepOpen());
        center.run();
        Statistics before = john.statistics().of(DAY);

        anna.assign(secret, Cast.JOHN);
        john.answer(secret, Answer.of("Hm.").andClose());
        jane.rate(secret, Rating.of(1));
        jane.reply(secret, Reply.of("Again"));
        anna.assign(secret, Cast.KATE);
        center.run();

        assertThat(at(john.statistics().of(DAY), before.asOf())).isEqualTo(before);
        assertThat(anna.statistics().of(DAY).basic().answers()).isEqualTo(2);
        assertThat(anna.statistics().of(DAY).queues()).hasSize(2);
    }

    @Test
    @Tag("E4")
    void whatIsOnAResellersSideIsNotCountedForTheProvider() {
        center.admin().give(Cast.JOHN, Permission.STATISTICS);
        center.opened();
        bob.open(NewTicket.of("Two", "Hi"));
        assertThat(counted().basic().opened()).isEqualTo(2);
        center.admin()
                .resellers()
                .save(center.admin().resellers().support().with(offer -> ResellerSupport.notOffered()));
        center.after(Duration.ofMinutes(1));

        assertThat(anna.statistics().of(DAY).basic().opened()).isEqualTo(1);
        assertThat(john.statistics().of(DAY).resellers()).isEmpty();
    }

    @Test
    void aQueueThatIsNoMoreKeepsItsFiguresForTheMainAdministrator() {
        QueueId gone = center.queue("Gone", Cast.JOHN);
        TicketId ticket = center.opened();
        anna.change(ticket, Edit.queue(gone));
        anna.close(ticket);
        center.admin().deleteQueue(gone, QueueDeletion.moveTicketsTo(center.defaultQueue()));

        assertThat(counted().queues())
                .extracting(Share::name)
                .containsExactlyInAnyOrder("Support", Long.toString(gone.value()));
    }

    @Test
    @Tag("C6")
    void theExportIsASheetOfTheSame() {
        center.settings(settings -> settings.withCategories(Category.of("=1+1")));
        jane.open(NewTicket.of("One", "Hi").category("=1+1"));
        center.run();
        ByteArrayOutputStream into = new ByteArrayOutputStream();

        anna.statistics().export(DAY, into);

        String sheet = into.toString(StandardCharsets.UTF_8);
        assertThat(sheet).startsWith("of,id,name,opened,closed,").contains("\r\nall,,,1,0,");
        assertThat(sheet).contains("category,'=1+1,'=1+1,1,0,").doesNotContain(",=");
        assertThat(sheet).contains("series,OPENED,2026-03-02T09:00,1.0\r\n");
    }

    @Test
    void rangesZonesAndStepsHaveTheirLimits() {
        ZoneId odd = ZoneOffset.ofHoursMinutesSeconds(1, 2, 3);
        assertThatThrownBy(() -> StatisticsQuery.of(FIRST, FIRST.minusDays(1), ZoneOffset.UTC))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> StatisticsQuery.of(FIRST, FIRST, odd)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> StatisticsQuery.of(FIRST, FIRST.plusDays(4000), ZoneOffset.UTC))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> StatisticsQuery.of(LocalDate.of(1999, 12, 31), FIRST, ZoneOffset.UTC))
                .isInstanceOf(Invalid.class);
        StatisticsQuery year = StatisticsQuery.of(FIRST, FIRST.plusDays(364), ZoneOffset.UTC);
        assertThat(year.step()).isEqualTo(StatisticsQuery.Step.WEEK);
        assertThatThrownBy(() -> year.by(StatisticsQuery.Step.HOUR)).isInstanceOf(Invalid.class);
    }

    private Statistics counted() {
        center.run();
        return anna.statistics().of(DAY);
    }

    private static double[] points(Statistics statistics, Series.Name name) {
        return statistics.series().stream()
                .filter(series -> series.name() == name)
                .flatMap(series -> series.points().stream())
                .mapToDouble(point -> point.value().orElse(-1))
                .toArray();
    }

    private static Statistics at(Statistics s, Instant asOf) {
        return new Statistics(
                s.query(),
                asOf,
                s.basic(),
                s.firstAnswer(),
                s.firstAnswerWorking(),
                s.resolution(),
                s.resolutionWorking(),
                s.technicians(),
                s.channels(),
                s.categories(),
                s.queues(),
                s.resellers(),
                s.series());
    }
}
