// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.desk.Mailroom;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.view.Bounce;
import dev.troubletickets.view.MailroomView;
import dev.troubletickets.view.TakenMail;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

final class CoreMailroom extends StaffCalls implements Mailroom {
    private static final int SHOWN = 100;
    private static final Duration LATELY = Duration.ofDays(1);

    CoreMailroom(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public MailroomView state() {
        return desks.work.read(permitted(scope -> new MailroomView(
                scope.stores().mailboxes().states(),
                scope.stores().intake().counts(),
                scope.stores().intake().waiting(),
                scope.stores().outbox().counts(),
                scope.stores().outbox().withheld(scope.now().minus(LATELY)),
                scope.stores().intake().quarantined(SHOWN),
                scope.stores().outbox().troubled(SHOWN))));
    }

    @Override
    public List<TakenMail> taken(long before) {
        return desks.work.read(permitted(scope -> scope.stores().intake().taken(before, SHOWN)));
    }

    @Override
    public void original(long mail, OutputStream into) {
        byte[] raw = desks.work.read(
                permitted(scope -> scope.stores().intake().raw(mail).orElseThrow(() -> new NotFound("mail"))));
        try {
            into.write(raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void replay(long mail) {
        change(scope -> scope.stores().intake().requeue(mail, scope.now()));
    }

    @Override
    public void discard(long mail) {
        change(scope -> scope.stores().intake().discard(mail));
    }

    @Override
    public List<Bounce> bounced() {
        return desks.work.read(permitted(scope -> scope.stores().bounces().latest(SHOWN)));
    }

    @Override
    public void clearBounce(EmailAddress address) {
        desks.work.write(permitted(scope -> {
            if (scope.stores().bounces().find(Set.of(address)).isEmpty()) {
                throw new NotFound("bounce");
            }
            scope.stores().bounces().clear(address);
            scope.audit(Actor.staff(id), "cleared the bounce of " + address);
            return true;
        }));
    }

    @Override
    public void retry(long mail) {
        change(scope -> scope.stores().outbox().retry(mail, scope.now()));
    }

    private void change(Function<Scope, Boolean> change) {
        boolean found = desks.work.write(permitted(change));
        if (!found) {
            throw new NotFound("mail");
        }
    }

    private <T> Function<Scope, T> permitted(Function<Scope, T> useCase) {
        return scope -> {
            desks.access.staff(scope, id).require(Permission.MAILROOM);
            return useCase.apply(scope);
        };
    }
}
