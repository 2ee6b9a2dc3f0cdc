// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.Colleagues;
import dev.troubletickets.core.access.Roots;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.files.Sha256;
import dev.troubletickets.core.work.Json;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.fields.CustomField;
import dev.troubletickets.fields.FieldKey;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.search.FieldSearch;
import dev.troubletickets.search.Missing;
import dev.troubletickets.search.Search;
import dev.troubletickets.search.SearchForm;
import dev.troubletickets.search.SearchForm.Choice;
import dev.troubletickets.search.SearchPage;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Cursor;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketPage;
import dev.troubletickets.view.TicketSort;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Advanced search (C2, C3): its form and its results, within what the searcher may see. */
public final class Searches {
    private static final int COUNTED = 1000;
    private static final int RESELLERS = 500;

    private Searches() {}

    public static SearchForm form(Scope scope, Viewer.Staff staff) {
        List<StaffId> technicians =
                Colleagues.of(scope, staff).stream().map(StaffMember::id).toList();
        Map<StaffId, StaffProfile> profiles = scope.profiles(technicians);
        return new SearchForm(
                queues(scope, staff)
                        .sorted(Comparator.comparing(queue -> queue.name().toLowerCase(Locale.ROOT)))
                        .map(queue -> new Choice<>(queue.id(), queue.name()))
                        .toList(),
                scope.settings().categories().stream().map(Category::name).toList(),
                technicians.stream().map(id -> technician(id, profiles)).toList(),
                scope.stores().tickets().resellers(staff.visibility(), RESELLERS),
                scope.installation().fields());
    }

    public static SearchPage find(
            Scope scope, Viewer.Staff staff, Search search, TicketSort sort, Optional<PageToken> from) {
        TicketCriteria criteria = criteria(scope, staff, search).order(StaffLists.key(sort.by()), sort.descending());
        TicketPage page = StaffLists.page(scope, staff, "FIND " + digest(search), criteria, from);
        long counted = scope.stores().tickets().count(criteria, COUNTED + 1);
        return new SearchPage(
                page.tickets(),
                Math.min(counted, COUNTED),
                counted > COUNTED,
                missing(scope, staff, search),
                page.next());
    }

    /** The numbers of merged tickets lead on (A12). */
    private static Search led(Scope scope, Search search) {
        TicketId[] led = search.tickets().stream()
                .map(id -> Roots.ofStaff(scope, id).map(TicketData::id).orElse(id))
                .toArray(TicketId[]::new);
        return led.length == 0 ? search : search.tickets(led);
    }

    /** What the search means for this searcher. */
    public static TicketCriteria criteria(Scope scope, Viewer.Staff staff, Search search) {
        return TicketCriteria.of(staff.visibility()).search(led(scope, search));
    }

    /** Of what fits, by number, the rows from behind one number on; for those who go through them all. */
    public static List<StaffTicketRow> through(Scope scope, Viewer.Staff staff, Search search, long after, int limit) {
        Paging.Slice slice = new Paging.Slice(
                scope.stores().tickets().list(byNumber(scope, staff, search, after, limit)), Optional.empty());
        return StaffRows.of(scope, slice.tickets().toList()).rows(slice);
    }

    public static TicketCriteria byNumber(Scope scope, Viewer.Staff staff, Search search, long after, int limit) {
        Optional<Cursor> from = after == 0 ? Optional.empty() : Optional.of(new Cursor(after, TicketId.of(after)));
        return criteria(scope, staff, search).order(SortKey.ID, false).page(from, limit);
    }

    /** The largest number of what fits; 0 if nothing does. */
    public static long newest(Scope scope, Viewer.Staff staff, Search search) {
        TicketCriteria criteria =
                criteria(scope, staff, search).order(SortKey.ID, true).page(Optional.empty(), 1);
        return scope.stores().tickets().list(criteria).stream()
                .mapToLong(row -> row.ticket().id().value())
                .findFirst()
                .orElse(0);
    }

    /** What the search names and this searcher cannot see. */
    static List<Missing> missing(Scope scope, Viewer.Staff staff, Search search) {
        List<Missing> missing = new ArrayList<>();
        Set<QueueId> queues = queues(scope, staff).map(Queue::id).collect(Collectors.toSet());
        add(missing, Missing.Part.QUEUE, search.queues(), queues, id -> String.valueOf(id.value()));
        Set<String> categories =
                scope.settings().categories().stream().map(Category::name).collect(Collectors.toSet());
        add(missing, Missing.Part.CATEGORY, search.categories(), categories, Function.identity());
        if (!search.assignees().isEmpty()) {
            Set<StaffId> staffNow =
                    Colleagues.of(scope, staff).stream().map(StaffMember::id).collect(Collectors.toSet());
            add(missing, Missing.Part.TECHNICIAN, search.assignees(), staffNow, StaffId::value);
        }
        Set<FieldKey> fields =
                scope.installation().fields().stream().map(CustomField::key).collect(Collectors.toSet());
        Set<FieldKey> named = search.fields().stream().map(FieldSearch::field).collect(Collectors.toSet());
        add(missing, Missing.Part.FIELD, named, fields, FieldKey::value);
        return missing;
    }

    private static <T> void add(
            List<Missing> missing,
            Missing.Part part,
            Collection<T> named,
            Collection<T> there,
            Function<T, String> value) {
        named.stream()
                .filter(each -> !there.contains(each))
                .forEach(each -> missing.add(new Missing(part, value.apply(each))));
    }

    private static java.util.stream.Stream<Queue> queues(Scope scope, Viewer.Staff staff) {
        return scope.installation().queues().stream()
                .filter(queue -> !(staff.visibility() instanceof Visibility.OfStaff some)
                        || some.queues().contains(queue.id()));
    }

    private static Choice<StaffId> technician(StaffId id, Map<StaffId, StaffProfile> profiles) {
        return new Choice<>(
                id,
                Optional.ofNullable(profiles.get(id))
                        .map(StaffProfile::fullName)
                        .orElse(id.value()));
    }

    /** Tells searches apart, so that a page of one is not taken for a page of another. */
    private static String digest(Search search) {
        return Sha256.hex(Json.write(search).getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
