// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.tasks;

import dev.troubletickets.command.NewPrivateMessage;
import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.page.PageTokens;
import dev.troubletickets.core.post.Languages;
import dev.troubletickets.core.post.StaffPost;
import dev.troubletickets.core.post.Texts;
import dev.troubletickets.core.ticket.Allowance;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.messages.PrivateMessage;
import dev.troubletickets.messages.PrivateMessageId;
import dev.troubletickets.messages.PrivateMessageRow;
import dev.troubletickets.messages.PrivateMessageRow.Recipient;
import dev.troubletickets.people.Notice;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.PrivateMessageStore;
import dev.troubletickets.spi.storage.PrivateMessageStore.Found;
import dev.troubletickets.spi.storage.PrivateMessageStore.Header;
import dev.troubletickets.spi.storage.PrivateMessageStore.Listed;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.PrivateMessagePage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What technicians write to one another (E8): there for sender and recipients alone. */
public final class PrivateMail {
    private static final int PAGE = 50;
    private static final int MOST_AT_ONCE = 100;

    private final Access access;
    private final Optional<StaffPost> post;

    public PrivateMail(Access access, Optional<StaffPost> post) {
        this.access = access;
        this.post = post;
    }

    public PrivateMessageId send(Scope scope, Viewer.Staff staff, NewPrivateMessage message) {
        PrivateMessageStore store = store(scope, staff);
        Allowance.text(scope.settings().limits(), message.text());
        List<Viewer.Staff> recipients = access.staff(scope, Set.copyOf(message.to())).stream()
                .filter(each -> each.has(Permission.PRIVATE_MESSAGES))
                .toList();
        if (recipients.size() < message.to().size()) {
            throw new Invalid("to", "one of them is no technician who gets private messages");
        }
        PrivateMessageId id =
                store.create(new Header(staff.id(), message.to(), message.subject(), scope.now()), message.text());
        for (Viewer.Staff recipient : recipients) {
            notify(scope, staff, recipient, message.subject());
        }
        return id;
    }

    public PrivateMessagePage inbox(Scope scope, Viewer.Staff staff, Optional<PageToken> from) {
        PrivateMessageStore store = store(scope, staff);
        return page(scope, "INBOX", store.inbox(staff.id(), before("INBOX", from), PAGE + 1));
    }

    public PrivateMessagePage sent(Scope scope, Viewer.Staff staff, Optional<PageToken> from) {
        PrivateMessageStore store = store(scope, staff);
        return page(scope, "SENT", store.sent(staff.id(), before("SENT", from), PAGE + 1));
    }

    public long unread(Scope scope, Viewer.Staff staff) {
        return store(scope, staff).unread(staff.id());
    }

    /** @throws NotFound alike for a message that is not there, and for one that is others' or was deleted */
    public PrivateMessage read(Scope scope, Viewer.Staff staff, PrivateMessageId id) {
        PrivateMessageStore store = store(scope, staff);
        Found found = store.find(id)
                .filter(each -> each.copyOf(staff.id()).isPresent()
                        || (each.keptBySender() && each.header().from().equals(staff.id())))
                .orElseThrow(PrivateMail::missing);
        store.markRead(id, staff.id());
        Listed listed = new Listed(id, found.header(), false);
        return new PrivateMessage(rows(scope, List.of(listed)).get(0), found.text());
    }

    public void deleteReceived(Scope scope, Viewer.Staff staff, Set<PrivateMessageId> ids) {
        delete(ids, store(scope, staff)::deleteReceived, staff);
    }

    public void deleteSent(Scope scope, Viewer.Staff staff, Set<PrivateMessageId> ids) {
        delete(ids, store(scope, staff)::deleteSent, staff);
    }

    /** In order, so that two who delete the same do not wait for each other. */
    private static void delete(
            Set<PrivateMessageId> ids, BiPredicate<PrivateMessageId, StaffId> copy, Viewer.Staff staff) {
        if (ids.size() > MOST_AT_ONCE) {
            throw new OverLimit("messages", MOST_AT_ONCE);
        }
        ids.stream()
                .sorted((one, other) -> Long.compare(one.value(), other.value()))
                .filter(id -> !copy.test(id, staff.id()))
                .findFirst()
                .ifPresent(id -> {
                    throw missing();
                });
    }

    private static NotFound missing() {
        return new NotFound("privateMessage");
    }

    private static PrivateMessageStore store(Scope scope, Viewer.Staff staff) {
        staff.require(Permission.PRIVATE_MESSAGES);
        return scope.stores().privateMessages();
    }

    private static Optional<PrivateMessageId> before(String list, Optional<PageToken> from) {
        return PageTokens.read(list, 1, from, keys -> PrivateMessageId.of(Long.parseLong(keys.get(0))));
    }

    private static PrivateMessagePage page(Scope scope, String list, List<Listed> found) {
        List<Listed> shown = found.subList(0, Math.min(found.size(), PAGE));
        Optional<PageToken> next = found.size() > PAGE
                ? Optional.of(PageTokens.of(list, shown.get(PAGE - 1).id().value()))
                : Optional.empty();
        return new PrivateMessagePage(rows(scope, shown), next);
    }

    private static List<PrivateMessageRow> rows(Scope scope, List<Listed> messages) {
        Map<StaffId, StaffProfile> profiles = scope.profiles(messages.stream()
                .map(Listed::header)
                .flatMap(header -> Stream.concat(Stream.of(header.from()), header.to().stream()))
                .collect(Collectors.toSet()));
        return messages.stream()
                .map(each -> new PrivateMessageRow(
                        each.id(),
                        each.header().from(),
                        name(profiles, each.header().from()),
                        each.header().to().stream()
                                .map(to -> new Recipient(to, name(profiles, to)))
                                .toList(),
                        each.header().subject(),
                        each.header().at(),
                        each.unread()))
                .toList();
    }

    private static String name(Map<StaffId, StaffProfile> profiles, StaffId id) {
        return Optional.ofNullable(profiles.get(id)).map(StaffProfile::fullName).orElse(id.value());
    }

    /** Who is told learns from whom it is and the subject. The text is for the desk alone: mails leave the system (D12). */
    private void notify(Scope scope, Viewer.Staff from, Viewer.Staff to, String subject) {
        String name =
                from.profile().map(StaffProfile::fullName).orElse(from.id().value());
        Locale language = Languages.of(scope, to);
        Map<String, String> values = Map.of("author", name, "title", subject);
        StaffPost.Note note = new StaffPost.Note(
                Texts.PRIVATE_SUBJECT.filled(language, values), Texts.PRIVATE.filled(language, values) + "\n");
        post.filter(out -> !to.id().equals(from.id()))
                .ifPresent(out -> out.tell(scope, to, Notice.PRIVATE_MESSAGE, note));
    }
}
