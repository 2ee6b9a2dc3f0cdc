// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.post.Languages;
import dev.troubletickets.core.work.Installation;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.Service;
import dev.troubletickets.settings.Announcement;
import dev.troubletickets.settings.Category;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.view.AnnouncementShown;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Announcements on the page for a new ticket (G13). They come with the settings; nothing is asked of the storage. */
final class AnnouncementsShown {
    private AnnouncementsShown() {}

    /** Those that some choice of the customer's would meet, in their order. */
    static List<AnnouncementShown> ofForm(Scope scope, Account account) {
        return scope.installation().announcements().stream()
                .filter(each -> each.isInForce(scope.now()))
                .map(each -> new AnnouncementShown(
                        each.text().textIn(Languages.of(scope, Optional.of(account))),
                        each.stopsIntake(),
                        categories(scope, each),
                        services(scope, each, account)))
                .filter(shown ->
                        !shown.categories().isEmpty() && !shown.services().isEmpty())
                .toList();
    }

    private static Set<String> categories(Scope scope, Announcement announcement) {
        Installation installation = scope.installation();
        QueueId home = installation.defaultQueue().id();
        Stream<String> chosen = scope.settings().categories().stream()
                .filter(category -> isFor(
                        announcement,
                        category.queue()
                                .filter(id -> installation.find(id).isPresent())
                                .orElse(home)))
                .map(Category::name);
        return Stream.concat(chosen, Stream.of("").filter(none -> isFor(announcement, home)))
                .collect(Collectors.toSet());
    }

    private static boolean isFor(Announcement announcement, QueueId queue) {
        return announcement.queue().filter(each -> !each.equals(queue)).isEmpty();
    }

    private static Set<String> services(Scope scope, Announcement announcement, Account account) {
        QueueId queue = announcement
                .queue()
                .orElseGet(() -> scope.installation().defaultQueue().id());
        Stream<String> chosen = account.services().stream()
                .map(Service::name)
                .filter(name -> announcement.concerns(queue, Optional.of(account), Optional.of(name)));
        return Stream.concat(
                        chosen,
                        Stream.of("")
                                .filter(none -> announcement.concerns(queue, Optional.of(account), Optional.empty())))
                .collect(Collectors.toSet());
    }
}
