// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.replies;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.post.Placeholders;
import dev.troubletickets.core.post.Wordings;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.PredefinedReply;
import dev.troubletickets.settings.PredefinedReply.Content;
import dev.troubletickets.settings.PredefinedReplyId;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.spi.storage.PredefinedReplyStore;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.QueueId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The laws of predefined replies (F4): those of a queue are for those who see the queue; titles differ within a queue. */
public final class Replies {
    private static final int MOST = 1000;
    private static final int SHOWN = 100;
    private static final int WORDS = 10;

    private Replies() {}

    /** For a ticket that the technician has been found to see. */
    public static List<PredefinedReply> forTicket(Scope scope, TicketData ticket, String words) {
        return search(scope, Set.of(ticket.state().queue()), words);
    }

    public static List<PredefinedReply> search(Scope scope, Viewer.Staff staff, String words) {
        Set<QueueId> queues = scope.installation().queues().stream()
                .map(Queue::id)
                .filter(staff::sees)
                .collect(Collectors.toSet());
        return search(scope, queues, words);
    }

    /** A reply of the ticket's queue is to be had by whoever sees the ticket. */
    public static String insert(Scope scope, Viewer.Staff staff, TicketData ticket, PredefinedReplyId id) {
        Predicate<QueueId> shown =
                queue -> staff.sees(queue) || queue.equals(ticket.state().queue());
        return Wordings.filled(find(scope, id, shown).text(), scope, ticket);
    }

    public static PredefinedReplyId create(Scope scope, Viewer.Staff staff, Content content) {
        PredefinedReplyStore replies = replies(scope, staff);
        check(scope, staff, content, Optional.empty());
        if (replies.count() >= MOST) {
            throw new OverLimit("predefinedReplies", MOST);
        }
        return replies.create(content);
    }

    public static void change(Scope scope, Viewer.Staff staff, PredefinedReplyId id, Content content) {
        PredefinedReplyStore replies = replies(scope, staff);
        find(scope, id, staff::sees);
        check(scope, staff, content, Optional.of(id));
        replies.change(new PredefinedReply(id, content));
    }

    public static void delete(Scope scope, Viewer.Staff staff, PredefinedReplyId id) {
        PredefinedReplyStore replies = replies(scope, staff);
        replies.delete(find(scope, id, staff::sees).id());
    }

    private static PredefinedReplyStore replies(Scope scope, Viewer.Staff staff) {
        staff.require(Permission.PREDEFINED_REPLIES);
        return scope.stores().replies();
    }

    private static List<PredefinedReply> search(Scope scope, Set<QueueId> queues, String words) {
        List<String> each = Arrays.stream(MessageText.clean(words).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(WORDS)
                .toList();
        return scope.stores().replies().search(queues, each, SHOWN);
    }

    private static PredefinedReply find(Scope scope, PredefinedReplyId id, Predicate<QueueId> shown) {
        return scope.stores()
                .replies()
                .find(id)
                .filter(reply ->
                        reply.queue().isEmpty() || shown.test(reply.queue().get()))
                .orElseThrow(() -> new NotFound("reply"));
    }

    /** Asks under the lock of queues, so that neither the queue goes nor a title comes in between. */
    private static void check(Scope scope, Viewer.Staff staff, Content content, Optional<PredefinedReplyId> self) {
        List<Queue> queues = scope.stores().queues().lockAll();
        content.queue()
                .filter(id -> !staff.sees(id)
                        || queues.stream().noneMatch(queue -> queue.id().equals(id)))
                .ifPresent(id -> {
                    throw new Invalid("queue", "there is no such queue");
                });
        Wordings.check("text", content.text(), Placeholders.sample());
        Optional<PredefinedReplyId> same = scope.stores().replies().findByTitle(content.queue(), content.title());
        if (same.isPresent() && !same.equals(self)) {
            throw new Invalid("title", "another reply has it");
        }
    }
}
