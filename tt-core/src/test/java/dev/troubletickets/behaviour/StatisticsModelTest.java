// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.behaviour.StatisticsCheck.Act;
import dev.troubletickets.behaviour.StatisticsCheck.Kind;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Rating;
import dev.troubletickets.command.Reply;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.ResellerSupport;
import dev.troubletickets.settings.WorkingTime;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.statistics.StatisticsQuery;
import dev.troubletickets.statistics.StatisticsQuery.Step;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistics are what one gets by going through everything that was done, slowly (E10): random histories, awkward zones, any range. */
@Tag("E10")
class StatisticsModelTest extends MailTest {
    private static final int ACTS = 150;
    private static final List<String> ZONES = List.of(
            "UTC",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            // half an hour back on 5 April 2026
            "Australia/Lord_Howe",
            // back on 5 April 2026, at a quarter to four
            "Pacific/Chatham",
            // forward on 29 March 2026
            "Europe/Berlin",
            // forward on 8 March 2026
            "America/St_Johns");

    private static final ResellerId RUTH = ResellerId.of("ruth");

    private static final String ROSE = "rose@rose.example";
    private static final List<String> ADDRESSES = List.of(JANE, MARY, "bob@bob.example", ROSE);

    private final List<CustomerDesk> desks =
            List.of(jane, mary, center.bob(), center.center().customer(AccountId.of("rose")));
    private final List<Act> acts = new ArrayList<>();
    private final Map<TicketId, Act> ratings = new HashMap<>();
    private final Set<TicketId> answered = new HashSet<>();
    private final Map<TicketId, CustomerDesk> tickets = new HashMap<>();
    private final List<TicketId> ids = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void figuresAreThoseOfWhatWasDone(long seed) {
        Random random = new Random(seed);
        QueueId other = world();
        for (int i = 0; i < ACTS; i++) {
            act(random, other);
            center.after(Duration.ofMinutes(random.nextInt(1200)));
            if (random.nextInt(10) == 0) {
                center.run();
            }
        }
        center.run();
        acts.addAll(ratings.values());
        for (String zone : ZONES) {
            compare(query(random, ZoneId.of(zone)));
            compare(new StatisticsQuery(
                    LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), ZoneId.of(zone), Step.MONTH));
        }
        without(ResellerSupport.offered().offering(Cast.RITA, false), reseller -> reseller.equals(Cast.RITA));
        for (String zone : ZONES) {
            compare(query(random, ZoneId.of(zone)));
        }
        without(ResellerSupport.notOffered(), reseller -> true);
        compare(query(random, ZoneId.of("Asia/Kathmandu")));
    }

    /** Some resellers' customers' tickets are not the provider's affair any more (E4). */
    private void without(ResellerSupport offer, Predicate<ResellerId> gone) {
        center.admin().resellers().save(center.admin().resellers().support().with(before -> offer));
        center.after(Duration.ofMinutes(1));
        assertThat(acts.removeIf(act -> act.reseller().filter(gone).isPresent()))
                .isTrue();
    }

    private QueueId world() {
        center.directory()
                .people()
                .addReseller(RUTH)
                .add(Account.of(AccountId.of("rose"), "Rose", EmailAddress.of(ROSE))
                        .withReseller(RUTH));
        center.settings(settings -> settings.withRatings(true).withCategories(Category.of("A"), Category.of("B")));
        QueueId other = center.queue("Other");
        WorkingTime time = WorkingTime.parse(
                "UTC; MON 09:00-17:00; TUE 09:00-17:00; WED 09:00-17:00; THU 09:00-17:00; FRI 09:00-17:00");
        center.admin().changeQueue(other, QueueSettings.named("Other").withWorkingTime(time));
        return other;
    }

    private void act(Random random, QueueId other) {
        int what = ids.isEmpty() ? 0 : random.nextInt(10);
        if (what < 2) {
            open(random);
            return;
        }
        TicketId id = ids.get(random.nextInt(ids.size()));
        TicketData before = center.kept(id);
        boolean settled = before.state().settledAt() != null;
        if (what == 2) {
            QueueId to = random.nextBoolean() ? other : center.defaultQueue();
            if (!before.state().queue().equals(to)) {
                anna.change(id, Edit.queue(to));
            }
        } else if (what < 6) {
            answer(id, before, random);
        } else if (what == 6 && !settled) {
            customer(id).close(id);
            add(Kind.CLOSED, before, before.state().assigned());
        } else if (what == 7) {
            customer(id).reply(id, Reply.of("More."));
            if (settled) {
                add(Kind.REOPENED, before, before.state().assigned());
            }
        } else if (what == 8 && !settled) {
            anna.resolve(id);
            add(Kind.CLOSED, before, Optional.of(Cast.ANNA));
        } else if (what == 9 && settled) {
            rate(id, before, 1 + random.nextInt(5));
        }
    }

    /** By the customer, by mail, or by staff for the customer. */
    private void open(Random random) {
        int whose = random.nextInt(4);
        NewTicket plain = NewTicket.of("Help", "Please");
        NewTicket form = random.nextBoolean() ? plain : plain.category(random.nextBoolean() ? "A" : "B");
        TicketId id = switch (random.nextInt(4)) {
            case 0 -> opened(InboundMail.from(ADDRESSES.get(whose)).subject("Question " + ids.size()));
            case 1 -> anna.openFor(EmailAddress.of(ADDRESSES.get(whose)), form);
            default -> desks.get(whose).open(form);
        };
        ids.add(id);
        tickets.put(id, desks.get(whose));
        add(Kind.OPENED, center.kept(id), Optional.empty());
    }

    private void answer(TicketId id, TicketData before, Random random) {
        StaffId by = random.nextBoolean() ? Cast.JOHN : Cast.KATE;
        if (!before.state().isAssignedTo(by)) {
            anna.assign(id, by);
        }
        boolean closes = random.nextInt(3) == 0;
        boolean settled = before.state().settledAt() != null;
        Answer answer = Answer.of("Fixed.");
        center.center().staff(by).answer(id, closes ? answer.andClose() : answer.keepOpen());
        Optional<StaffId> credit = Optional.of(by);
        add(Kind.ANSWERED, before, credit);
        if (answered.add(id)) {
            add(Kind.FIRST_ANSWERED, before, credit);
        }
        if (closes != settled) {
            add(closes ? Kind.CLOSED : Kind.REOPENED, before, credit);
        }
    }

    private void rate(TicketId id, TicketData before, int stars) {
        Act former = ratings.get(id);
        customer(id).rate(id, Rating.of(stars));
        if (former == null || former.took() != stars) {
            Act plain = made(Kind.RATED, before, before.state().assigned());
            ratings.put(
                    id,
                    new Act(
                            Kind.RATED,
                            plain.at(),
                            plain.queue(),
                            plain.by(),
                            plain.category(),
                            plain.reseller(),
                            plain.channel(),
                            stars,
                            0));
        }
    }

    private CustomerDesk customer(TicketId id) {
        return java.util.Objects.requireNonNull(tickets.get(id));
    }

    private void add(Kind kind, TicketData ticket, Optional<StaffId> by) {
        acts.add(made(kind, ticket, by));
    }

    private Act made(Kind kind, TicketData ticket, Optional<StaffId> by) {
        Instant opened = ticket.header().createdAt();
        Instant now = clock.instant();
        boolean always = ticket.state().queue().equals(center.defaultQueue());
        long real = Duration.between(opened, now).getSeconds();
        return new Act(
                kind,
                now,
                ticket.state().queue(),
                by,
                Optional.ofNullable(ticket.header().category()),
                Optional.ofNullable(ticket.header().reseller()),
                ticket.header().channel(),
                real,
                always ? real : worked(opened, now));
    }

    /** Minute by minute. */
    private static long worked(Instant from, Instant to) {
        long seconds = 0;
        for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
            LocalTime time = at.atZone(ZoneOffset.UTC).toLocalTime();
            DayOfWeek day = at.atZone(ZoneOffset.UTC).getDayOfWeek();
            boolean week = day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
            seconds += week && time.getHour() >= 9 && time.getHour() < 17 ? 60 : 0;
        }
        return seconds;
    }

    private static StatisticsQuery query(Random random, ZoneId zone) {
        LocalDate from = LocalDate.of(2026, 3, 1).plusDays(random.nextInt(40));
        int days = random.nextInt(50);
        Step step = days < 15 ? Step.HOUR : random.nextBoolean() ? Step.DAY : Step.WEEK;
        return new StatisticsQuery(from, from.plusDays(days), zone, step);
    }

    private void compare(StatisticsQuery query) {
        new StatisticsCheck(acts).compare(anna.statistics().of(query), query);
    }
}
