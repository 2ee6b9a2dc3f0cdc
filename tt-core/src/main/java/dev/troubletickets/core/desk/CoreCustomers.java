// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.encryption.CustomerKeys;
import dev.troubletickets.core.page.CustomerNotes;
import dev.troubletickets.core.ticket.Allowance;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.desk.Customers;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.storage.CustomerCommentStore.Comment;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.CustomerComment;
import java.net.URI;
import java.util.Optional;

final class CoreCustomers extends StaffCalls implements Customers {
    CoreCustomers(Desks desks, StaffId id) {
        super(desks, id);
    }

    /** First the audit, then the link: one that nobody gets is on record, too, and none is handed out that is not. */
    @Override
    public URI switchToPanel(TicketId ticket) {
        AccountId account = write((scope, staff) -> allow(scope, staff, ticket));
        return desks.people.panelLink(id, account).orElseThrow(() -> new NotFound("panel"));
    }

    private AccountId allow(Scope scope, Viewer.Staff staff, TicketId ticket) {
        TicketData found = desks.access.ticket(scope, staff, ticket);
        staff.require(found, Reach.HANDLE);
        staff.require(Permission.SWITCH_TO_PANEL);
        AccountId account = found.header().account();
        if (account == null) {
            throw new NotPermitted(Refusal.NO_ACCOUNT);
        }
        String what = "switched to the panel of " + account + " from ticket " + found.id();
        scope.audit(staff.actor(), what);
        return account;
    }

    @Override
    public Optional<CustomerComment> comment(AccountId account) {
        return read((scope, staff) -> CustomerNotes.of(scope, staff, known(scope, staff, account)));
    }

    @Override
    public void comment(AccountId account, long version, String text) {
        run((scope, staff) -> {
            AccountId known = known(scope, staff, account);
            staff.require(Permission.CUSTOMER_COMMENTS);
            if (!text.isBlank()) {
                Allowance.text(scope.settings().limits(), MessageText.require("text", text));
            }
            long kept = scope.stores()
                    .customerComments()
                    .find(known)
                    .map(Comment::version)
                    .orElse(0L);
            if (kept != version) {
                throw new NotPermitted(Refusal.SAVED_BY_ANOTHER);
            }
            Comment next = new Comment(known, version + 1, text.isBlank() ? "" : text, staff.id(), scope.now());
            if (!scope.stores().customerComments().save(next)) {
                throw new WriteConflict("the comment on " + known + " has moved on");
            }
        });
    }

    @Override
    public Optional<PublicKey> publicKey(AccountId account) {
        return read((scope, staff) -> CustomerKeys.of(scope, known(scope, staff, account)));
    }

    @Override
    public PublicKey savePublicKey(AccountId account, String armored) {
        return write((scope, staff) -> {
            AccountId known = known(scope, staff, account);
            staff.require(Permission.CUSTOMER_KEYS);
            PublicKey key = CustomerKeys.examined(scope, desks.keys.encryption(), armored);
            return CustomerKeys.save(scope, known, key, staff.actor());
        });
    }

    @Override
    public void removePublicKey(AccountId account) {
        run((scope, staff) -> {
            AccountId known = known(scope, staff, account);
            staff.require(Permission.CUSTOMER_KEYS);
            CustomerKeys.remove(scope, known, staff.actor());
        });
    }

    /** As far as the technician's own search goes. */
    private static AccountId known(Scope scope, Viewer.Staff staff, AccountId account) {
        return dev.troubletickets.core.access.Customers.find(scope, staff, account)
                .orElseThrow(() -> new NotFound("account"))
                .id();
    }
}
