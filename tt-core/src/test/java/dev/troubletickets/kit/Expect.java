// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.failure.Stale;
import dev.troubletickets.failure.SupportException;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.LedgerStore.Lines;
import dev.troubletickets.spi.storage.TicketData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Calls that are expected to fail; after each, nothing of them has happened. */
public final class Expect {
    private static final Instant EVER = Instant.parse("9998-01-01T00:00:00Z");

    private final TestCenter center;

    private Expect(TestCenter center) {
        this.center = center;
    }

    /** What is kept in this center stays as it is. */
    public static Expect in(TestCenter center) {
        return new Expect(center);
    }

    public void refused(Refusal refusal, ThrowingCallable call) {
        assertThat(failure(NotPermitted.class, call).refusal()).isEqualTo(refusal);
    }

    /** Also that it tells no more than a thing that never was would. */
    public void notFound(String what, ThrowingCallable call) {
        NotFound failure = failure(NotFound.class, call);
        assertThat(failure.what()).isEqualTo(what);
        assertThat(failure).hasMessage("no such " + what).hasNoCause();
    }

    public void invalid(String field, ThrowingCallable call) {
        assertThat(failure(Invalid.class, call).field()).isEqualTo(field);
    }

    public void overLimit(String limit, ThrowingCallable call) {
        assertThat(failure(OverLimit.class, call).limit()).isEqualTo(limit);
    }

    public Stale stale(ThrowingCallable call) {
        return failure(Stale.class, call);
    }

    public <T extends SupportException> T failure(Class<T> type, ThrowingCallable call) {
        Kept before = kept();
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(type);
        assertThat(kept()).as("nothing of a failed call has happened").isEqualTo(before);
        return catchThrowableOfType(type, () -> {
            throw thrown;
        });
    }

    private Kept kept() {
        return center.storage().read(unit -> {
            List<TicketData> tickets = Invariants.allTickets(unit);
            return new Kept(
                    tickets,
                    tickets.stream()
                            .map(ticket -> unit.conversations().allMessages(ticket.id()))
                            .toList(),
                    tickets.stream()
                            .map(ticket -> unit.conversations().history(ticket.id()))
                            .toList(),
                    tickets.stream()
                            .map(ticket -> unit.schedule().of(ticket.id()))
                            .toList(),
                    List.of(
                            unit.queues().all(),
                            unit.documents().find("settings"),
                            unit.documents().find("rules"),
                            unit.documents().find("service"),
                            unit.documents().find("announcements"),
                            unit.documents().find("resellers"),
                            unit.documents().find("sides to sweep"),
                            unit.audit().latest(1000)),
                    List.of(
                            unit.staff().find(Cast.JOHN),
                            unit.staff().find(Cast.KATE),
                            unit.staff().find(Cast.ANNA)),
                    AmongStaff.all(unit),
                    List.of(
                            unit.prices().history(Optional.empty(), 100),
                            unit.prices().history(Optional.of(Cast.RITA), 100),
                            unit.documents().find("pricing"),
                            unit.ledger().list(new Lines.Between(Cast.RITA, Instant.EPOCH, EVER), null, 1000),
                            unit.statements().list(Cast.RITA, Integer.MAX_VALUE, 100),
                            unit.billing().list(Optional.empty(), null, 1000),
                            unit.incidents().usable(Cast.JANE.id(), Instant.EPOCH),
                            unit.incidents()
                                    .of(tickets.stream().map(TicketData::id).toList())),
                    unit.outbox().counts());
        });
    }

    private record Kept(
            List<TicketData> tickets,
            List<?> messages,
            List<?> history,
            List<?> scheduled,
            List<?> installation,
            List<?> staff,
            List<?> amongStaff,
            List<?> money,
            Map<?, ?> outbox) {}
}
