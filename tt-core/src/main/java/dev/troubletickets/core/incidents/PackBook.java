// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.incidents;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.money.IncidentBalance;
import dev.troubletickets.money.IncidentPack;
import dev.troubletickets.money.IncidentPacks;
import dev.troubletickets.money.PackBalance;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.storage.WriteConflict;
import java.util.Optional;

/** Grants packs, and takes them back (E6). */
public final class PackBook implements IncidentPacks {
    private final Work work;

    public PackBook(Work work) {
        this.work = work;
    }

    @Override
    public boolean grant(IncidentPack pack) {
        return work.write(scope -> {
            Optional<IncidentPack> kept =
                    scope.stores().incidents().find(pack.key()).map(PackBalance::pack);
            kept.ifPresent(other -> requireSame(scope, other, pack));
            if (kept.isEmpty()) {
                pack.queue().ifPresent(scope::queue);
                if (!scope.stores().incidents().grant(pack, scope.now())) {
                    throw new WriteConflict("another unit grants pack " + pack.key());
                }
            }
            return kept.isEmpty();
        });
    }

    /** Packs of a queue that is no more are of all queues. */
    private static void requireSame(Scope scope, IncidentPack kept, IncidentPack pack) {
        boolean queueIsGone = pack.queue()
                .filter(queue -> scope.installation().find(queue).isEmpty())
                .isPresent();
        if (!kept.equals(queueIsGone ? pack.ofAllQueues() : pack)) {
            throw new Invalid("key", "was used for another pack");
        }
    }

    @Override
    public void withdraw(String key) {
        boolean found = work.write(scope -> scope.stores().incidents().withdraw(key));
        if (!found) {
            throw new NotFound("pack");
        }
    }

    @Override
    public IncidentBalance balance(AccountId account) {
        return work.read(scope -> Balances.of(scope, account));
    }
}
