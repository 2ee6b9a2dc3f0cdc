// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.incidents;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.core.incidents.IncidentPropertyTest.Step;
import dev.troubletickets.failure.SupportException;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.money.IncidentBalance;
import dev.troubletickets.money.IncidentPack;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A center beside a slow count of the same: each incident a thing of its own, that lies in its pack or at a ticket. */
final class IncidentWorld {
    private final TestCenter center = TestCenter.create();
    private final List<QueueId> queues = new ArrayList<>();
    private final List<Pack> packs = new ArrayList<>();
    private final List<Opened> opened = new ArrayList<>();
    private final List<Merge> merges = new ArrayList<>();

    /** What an incident is paid by. */
    private static final class Pack {
        final IncidentPack pack;
        boolean withdrawn;
        int lying;

        Pack(IncidentPack pack) {
            this.pack = pack;
            lying = pack.incidents();
        }
    }

    private static final class Opened {
        final TicketId id;
        final QueueId queue;
        /** One for each incident: its pack, or none. */
        final List<Optional<Pack>> used = new ArrayList<>();

        int aside;
        boolean gone;

        Opened(TicketId id, QueueId queue) {
            this.id = id;
            this.queue = queue;
        }
    }

    private record Merge(OperationId operation, Opened source, Opened into) {}

    IncidentWorld() {
        queues.add(center.defaultQueue());
        center.admin().changeQueue(queues.get(0), incidents("Support"));
        queues.add(center.admin().createQueue(incidents("Web")));
        center.settings(s -> s.withAutoClose(AutoClose.never()).withCategories(Category.of("Web", queues.get(1))));
    }

    private static QueueSettings incidents(String name) {
        return QueueSettings.named(name).withIncidents(true);
    }

    void take(Step step) {
        switch (step.act()) {
            case GRANT -> grant(step, pack(step));
            case GRANT_OF_QUEUE -> grant(step, pack(step).queue(queue(step)));
            case GRANT_FOR_DAYS -> grant(step, pack(step).validUntil(now().plus(Duration.ofDays(step.which()))));
            case WITHDRAW -> withdraw(step);
            case OPEN -> open(step, true);
            case OPEN_BY_STAFF -> open(step, false);
            case CHANGE -> some(step).ifPresent(ticket -> change(ticket, step.much()));
            case RETURN -> some(step).ifPresent(this::giveBack);
            case MERGE -> merge(step);
            case UNDO -> undo(step);
            case DELETE -> some(step).ifPresent(this::delete);
            case WAIT -> center.after(Duration.ofDays(step.much()));
        }
    }

    /** By queue: left, uncovered. */
    Map<QueueId, List<Integer>> balance(AccountId account) {
        IncidentBalance balance = center.center().incidents().balance(account);
        Map<QueueId, List<Integer>> all = new HashMap<>();
        balance.queues().forEach(each -> all.put(each.queue(), List.of(each.left(), each.uncovered())));
        return all;
    }

    Map<QueueId, List<Integer>> counted() {
        Map<QueueId, List<Integer>> all = new HashMap<>();
        for (QueueId queue : queues) {
            int left = inOrder(queue).stream().mapToInt(pack -> pack.lying).sum();
            long uncovered = opened.stream()
                    .filter(ticket -> ticket.queue.equals(queue))
                    .flatMap(ticket -> ticket.used.stream())
                    .filter(Optional::isEmpty)
                    .count();
            all.put(queue, List.of(left, (int) uncovered));
        }
        return all;
    }

    private IncidentPack pack(Step step) {
        return IncidentPack.of("k" + packs.size(), Cast.JANE.id(), step.much() + 1);
    }

    private QueueId queue(Step step) {
        return queues.get(step.which() % 2);
    }

    private Instant now() {
        return center.clock().instant();
    }

    private void grant(Step step, IncidentPack pack) {
        center.center().incidents().grant(pack);
        if (step.which() == 0) {
            center.center().incidents().grant(pack);
        }
        packs.add(new Pack(pack));
    }

    private void withdraw(Step step) {
        if (!packs.isEmpty()) {
            Pack pack = packs.get(step.which() % packs.size());
            center.center().incidents().withdraw(pack.pack.key());
            pack.withdrawn = true;
        }
    }

    private void open(Step step, boolean byCustomer) {
        NewTicket form = NewTicket.of("Help", "Help");
        NewTicket wanted = step.which() % 2 == 0 ? form : form.category("Web");
        QueueId queue = queue(step);
        boolean refused = byCustomer && inOrder(queue).isEmpty();
        try {
            TicketId id =
                    byCustomer ? center.jane().open(wanted) : center.anna().openFor(Cast.JANE.id(), wanted);
            center.anna().pickUp(id);
            Opened ticket = new Opened(id, queue);
            use(ticket, 1);
            opened.add(ticket);
        } catch (SupportException none) {
            if (!refused) {
                throw none;
            }
            return;
        }
        if (refused) {
            throw new AssertionError("a ticket was opened for which there is no incident");
        }
    }

    private void change(Opened ticket, int number) {
        center.anna().answer(ticket.id, Answer.of("Hi").incidents(number).keepOpen());
        use(ticket, number);
    }

    private void giveBack(Opened ticket) {
        if (!ticket.used.isEmpty()) {
            center.anna().billing().returnIncidents(ticket.id, "Ours");
            use(ticket, 0);
        }
    }

    private void merge(Step step) {
        Optional<Opened> source = some(step);
        Optional<Opened> into = some(new Step(step.act(), step.which() + 1, step.much()));
        if (source.isPresent() && into.isPresent() && source.get() != into.get()) {
            OperationId operation = center.anna().linking().merge(source.get().id, into.get().id);
            source.get().aside = source.get().used.size();
            use(source.get(), 0);
            source.get().gone = true;
            merges.add(new Merge(operation, source.get(), into.get()));
        }
    }

    private void undo(Step step) {
        if (!merges.isEmpty()) {
            Merge merge = merges.remove(step.which() % merges.size());
            center.anna().linking().undo(merge.operation());
            merge.source().gone = false;
            use(merge.source(), merge.source().aside);
        }
    }

    private void delete(Opened ticket) {
        center.anna().delete(ticket.id);
        List<Opened> all = new ArrayList<>(List.of(ticket));
        for (int i = 0; i < all.size(); i++) {
            Opened root = all.get(i);
            merges.stream().filter(each -> each.into() == root).forEach(each -> all.add(each.source()));
        }
        for (Opened each : all) {
            use(each, 0);
            each.gone = true;
            merges.removeIf(merge -> merge.source() == each || merge.into() == each);
        }
        opened.removeAll(all);
    }

    /** One that stands by itself. */
    private Optional<Opened> some(Step step) {
        List<Opened> there = opened.stream().filter(each -> !each.gone).toList();
        return there.isEmpty() ? Optional.empty() : Optional.of(there.get(step.which() % there.size()));
    }

    /** One by one: away with those nobody pays for, then with the last; or the next from the first pack that has one. */
    private void use(Opened ticket, int number) {
        ticket.used.removeIf(Optional::isEmpty);
        while (ticket.used.size() > number) {
            ticket.used.remove(ticket.used.size() - 1).orElseThrow().lying++;
        }
        while (ticket.used.size() < number) {
            Optional<Pack> next = inOrder(ticket.queue).stream().findFirst();
            next.ifPresent(pack -> pack.lying--);
            ticket.used.add(next);
        }
    }

    /** Those in which one lies that a ticket of the queue can use, as they are used. */
    private List<Pack> inOrder(QueueId queue) {
        Map<String, Pack> order = new TreeMap<>();
        for (Pack each : packs) {
            boolean fits =
                    each.pack.queue().isEmpty() || each.pack.queue().get().equals(queue);
            boolean valid = each.pack.validUntil().isEmpty()
                    || now().isBefore(each.pack.validUntil().get());
            if (fits && valid && !each.withdrawn && each.lying > 0) {
                String end = each.pack.validUntil().map(Instant::toString).orElse("never");
                order.put((each.pack.queue().isPresent() ? "1 " : "2 ") + end + " " + each.pack.key(), each);
            }
        }
        return List.copyOf(order.values());
    }
}
