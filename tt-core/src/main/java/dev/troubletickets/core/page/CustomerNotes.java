// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.spi.storage.CustomerCommentStore.Comment;
import dev.troubletickets.view.CustomerComment;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What staff have noted about a customer (E12), for the provider's staff alone. */
public final class CustomerNotes {
    private CustomerNotes() {}

    public static Optional<CustomerComment> of(Scope scope, Viewer.Staff staff, @Nullable AccountId account) {
        return account == null || staff.reseller().isPresent()
                ? Optional.empty()
                : scope.stores().customerComments().find(account).map(comment -> view(scope, comment));
    }

    private static CustomerComment view(Scope scope, Comment comment) {
        StaffProfile profile = scope.profiles(Set.of(comment.by())).get(comment.by());
        return new CustomerComment(
                comment.account(),
                comment.version(),
                comment.text(),
                comment.by(),
                profile == null ? comment.by().value() : profile.fullName(),
                comment.at());
    }
}
