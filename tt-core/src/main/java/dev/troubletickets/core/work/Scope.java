// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.core.files.FilesInHand;
import dev.troubletickets.core.lifecycle.Policy;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.spi.storage.AuditStore;
import dev.troubletickets.spi.storage.Side;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.ticket.QueueId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** One unit of work: its stores, its one instant, the installation as it is then, whom the host knows, and the files it refers to. */
public record Scope(
        UnitOfWork stores,
        Instant now,
        Installation installation,
        People people,
        FilesInHand files,
        Happenings happenings) {
    Scope(UnitOfWork stores, Instant now, Installation installation, People people, FilesInHand files) {
        this(stores, now, installation, people, files, new Happenings());
    }

    public Settings settings() {
        return installation.settings();
    }

    public Rulebook rulebook() {
        return installation.rulebook();
    }

    /** @throws Invalid if there is no such queue */
    public Queue queue(QueueId id) {
        return installation.find(id).orElseThrow(() -> new Invalid("queue", "there is no such queue"));
    }

    /** Notes an act that leaves no other trace, in the unit of the act: there is not one without the other. */
    public void audit(Actor actor, String what) {
        stores.audit().add(new AuditStore.Line(now, actor, what));
    }

    /** How these technicians present themselves; at most seconds old. */
    public Map<StaffId, StaffProfile> profiles(Collection<StaffId> ids) {
        return ids.isEmpty() ? Map.of() : people.profiles().of(ids, stores.staff());
    }

    /** The profiles of technicians who want to be told of anything (D12); at most seconds old. */
    public Map<StaffId, StaffProfile> withNotices() {
        return people.profiles().withNotices(stores.staff());
    }

    /** Which tickets are on the side of whose staff that is (E4). */
    public Side side(StaffMember member) {
        return people.resellers().side(installation.support(), member);
    }

    /** Which are on the provider's. */
    public Side providersSide() {
        return people.resellers().providers(installation.support());
    }

    public Policy policy(QueueId queue) {
        Optional<Queue> found = installation.find(queue);
        return Policy.of(settings(), found.orElseGet(installation::defaultQueue));
    }
}
