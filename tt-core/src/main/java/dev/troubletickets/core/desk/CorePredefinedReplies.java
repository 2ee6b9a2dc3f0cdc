// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.replies.Replies;
import dev.troubletickets.desk.PredefinedReplies;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.PredefinedReply;
import dev.troubletickets.settings.PredefinedReplyId;
import dev.troubletickets.ticket.TicketId;
import java.util.List;

final class CorePredefinedReplies extends StaffCalls implements PredefinedReplies {
    CorePredefinedReplies(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public List<PredefinedReply> forTicket(TicketId ticket, String words) {
        return read((scope, staff) -> Replies.forTicket(scope, desks.access.ticket(scope, staff, ticket), words));
    }

    @Override
    public List<PredefinedReply> search(String words) {
        return read((scope, staff) -> Replies.search(scope, staff, words));
    }

    @Override
    public String insert(TicketId ticket, PredefinedReplyId reply) {
        return read((scope, staff) -> Replies.insert(scope, staff, desks.access.ticket(scope, staff, ticket), reply));
    }

    @Override
    public PredefinedReplyId create(PredefinedReply.Content content) {
        return write((scope, staff) -> Replies.create(scope, staff, content));
    }

    @Override
    public void change(PredefinedReplyId reply, PredefinedReply.Content content) {
        write((scope, staff) -> {
            Replies.change(scope, staff, reply, content);
            return true;
        });
    }

    @Override
    public void delete(PredefinedReplyId reply) {
        write((scope, staff) -> {
            Replies.delete(scope, staff, reply);
            return true;
        });
    }
}
