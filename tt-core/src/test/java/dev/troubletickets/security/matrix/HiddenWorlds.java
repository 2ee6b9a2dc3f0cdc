// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.failure.SupportException;
import dev.troubletickets.search.Search;
import dev.troubletickets.security.matrix.Id.Whose;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Worlds that differ only in what somebody may not see, and all they can ask for there: reads, exports, searches, and what writing ends with. */
public final class HiddenWorlds {
    /** What is for whoever looks after all the mail or all the money, or erases people from everywhere. */
    private static final Set<String> OF_THE_WHOLE_DESK = Set.of(
            "Mailroom.state",
            "Mailroom.taken",
            "Mailroom.bounced",
            "Mailroom.original",
            "BillingAdmin.orders",
            "BillingAdmin.export",
            "Erasure.preview",
            "Erasure.state",
            "Erasure.tickets",
            "Erasure.all");

    /** What is left of an account's packs is the account's, like its name: whoever is on the staff may ask. */
    private static final Set<String> OF_ANY_ACCOUNT = Set.of("CustomerBilling.balance of another's " + Id.ACCOUNT);

    /** Of these, there is one that is hidden. */
    private static final Set<Id> HIDDEN = EnumSet.of(
            Id.TICKET, Id.MESSAGE, Id.NOTE, Id.ATTACHMENT, Id.OPERATION, Id.SCHEDULED, Id.BULK_JOB, Id.BILLING_ORDER);

    private static final Search ALL = Search.everything();
    private static final List<Search> SEARCHES = List.of(
            ALL.text("secret"),
            ALL.text("help"),
            ALL.text("word"),
            ALL.title("help"),
            ALL.title("secret"),
            ALL.requester("neighbour"),
            ALL.requester("secret@elsewhere.example"),
            ALL.accounts(Company.NEIGHBOUR, Company.SIBLINGS),
            ALL.tags(Tag.of("secret")),
            ALL.priority(60, 100),
            ALL.statuses(Status.NEW, Status.ON_HOLD),
            ALL.orUnassigned(),
            ALL.assignees(Company.CHIEF));

    private static final Map<String, List<Id.Use>> IDS = new HashMap<>();

    private HiddenWorlds() {}

    /** Something that happens to one of the hidden tickets. */
    record Step(HiddenAct act, int ticket) {}

    /**
     * Two worlds that the seed makes, one after the other, each on an empty storage, tell the same.
     *
     * @param who the name of a {@link Who}
     */
    public static void assertAlike(Supplier<Storage> storage, String who, long seed) {
        Random random = new Random(seed);
        Who observer = Who.valueOf(who);

        assertAlike(told(storage.get(), observer, steps(random)), told(storage.get(), observer, steps(random)));
    }

    private static List<Step> steps(Random random) {
        HiddenAct[] acts = HiddenAct.values();
        return random.ints(0, acts.length)
                .limit(12)
                .mapToObj(act -> new Step(acts[act], random.nextInt(3)))
                .toList();
    }

    static List<Who> observers() {
        return List.copyOf(EnumSet.complementOf(EnumSet.of(Who.MAIN_ADMINISTRATOR)));
    }

    static void assertAlike(Map<String, String> here, Map<String, String> there) {
        assertThat(here)
                .hasSameSizeAs(there)
                .allSatisfy((question, answer) ->
                        assertThat(there.get(question)).as(question).isEqualTo(answer));
    }

    /** By what is asked. */
    static Map<String, String> told(Storage storage, Who who, List<Step> steps) {
        Stage stage = Stage.on(storage, Scene.plain(who)).furnish();
        stage.center()
                .center()
                .administration(Company.CHIEF)
                .changeQueue(stage.hiddenQueue(), QueueSettings.named("Hidden").withIncidents(true));
        steps.stream()
                .filter(step -> step.act().isHiddenFrom(who))
                .forEach(step -> step.act().take(stage, step.ticket()));
        stage.center().after(Duration.ofMinutes(10));
        stage.center().run();
        Map<String, String> told = new TreeMap<>();
        reads(stage, told);
        searches(stage, told);
        writes(stage, told);
        told.put("mails", mails(stage, who));
        return told;
    }

    private static void reads(Stage stage, Map<String, String> told) {
        Operation.all()
                .filter(Operation::reads)
                .filter(operation -> !OF_THE_WHOLE_DESK.contains(operation.name()))
                .forEach(operation -> {
                    told.put(operation.name(), told(operation, stage.anew()));
                    foreign(operation, stage, Set.copyOf(stage.asked()), told);
                });
        told.keySet().removeAll(OF_ANY_ACCOUNT);
    }

    /** How they end, with what is hidden named. */
    private static void writes(Stage stage, Map<String, String> told) {
        Operation.all().filter(HiddenWorlds::isTried).forEach(operation -> {
            List<Id.Use> ids = IDS.computeIfAbsent(operation.name(), any -> asked(operation));
            foreign(
                    operation,
                    stage,
                    ids.stream().filter(id -> HIDDEN.contains(id.sort())).toList(),
                    told);
        });
    }

    private static boolean isTried(Operation operation) {
        boolean ofTheWholeDesk =
                Stream.of("BillingAdmin", "Mailroom", "Erasure").anyMatch(operation.name()::startsWith);
        return !operation.reads() && !ofTheWholeDesk;
    }

    private static void foreign(Operation operation, Stage stage, Iterable<Id.Use> ids, Map<String, String> told) {
        for (Id.Use id : ids) {
            told.put(operation.name() + " of another's " + id, told(operation, stage.with(id, Whose.FOREIGN)));
        }
    }

    private static List<Id.Use> asked(Operation operation) {
        Stage stage = Stage.of(Scene.plain(Who.of(operation.face())));
        told(operation, stage);
        return stage.asked();
    }

    private static void searches(Stage stage, Map<String, String> told) {
        for (Search search : SEARCHES) {
            told.put("find " + search, found(stage, search, TicketSort.descending(Column.ID)));
        }
        for (Column column : Column.values()) {
            told.put("find all by " + column, found(stage, ALL, TicketSort.descending(column)));
            told.put("find help by " + column, found(stage, ALL.text("help"), TicketSort.ascending(column)));
        }
        List<String> words = new ArrayList<>(List.of("secret", "neighbour", "siblings", "help"));
        stage.foreigners().stream().map(TicketId::toString).forEach(words::add);
        for (String each : words) {
            Operation quick =
                    Operation.reading("StaffDesk.quickSearch", s -> s.staff().quickSearch(each, Optional.empty()));
            told.put("quick search for " + each, told(quick, stage.anew()));
        }
    }

    private static String found(Stage stage, Search search, TicketSort sort) {
        Operation find =
                Operation.reading("TicketSearch.find", s -> s.staff().search().find(search, sort, Optional.empty()));
        return told(find, stage.anew());
    }

    private static String told(Operation operation, Stage stage) {
        try {
            return String.valueOf(operation.tryOn(stage));
        } catch (SupportException failure) {
            return failure.toString();
        }
    }

    private static String mails(Stage stage, Who who) {
        StringBuilder all = new StringBuilder();
        stage.center().mail().sent().stream()
                .filter(sent -> sent.accepted().stream()
                        .anyMatch(address -> address.value().startsWith(who.id() + "@")))
                .forEach(sent -> {
                    ParsedMail mail = stage.center().mail().read(sent);
                    all.append(mail.subject()).append(mail.text());
                });
        return all.toString();
    }
}
