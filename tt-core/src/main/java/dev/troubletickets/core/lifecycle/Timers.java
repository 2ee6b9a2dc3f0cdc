// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to a ticket by itself, while a step changes it (A10, A14, G5). */
final class Timers {
    private @Nullable Instant autoCloseAt;
    private @Nullable Instant closeWarningAt;
    private @Nullable Instant snoozedUntil;

    Timers(TicketState s) {
        autoCloseAt = s.autoCloseAt();
        closeWarningAt = s.closeWarningAt();
        snoozedUntil = s.snoozedUntil();
    }

    @Nullable
    Instant autoCloseAt() {
        return autoCloseAt;
    }

    @Nullable
    Instant closeWarningAt() {
        return closeWarningAt;
    }

    @Nullable
    Instant snoozedUntil() {
        return snoozedUntil;
    }

    void runAutoClose(AutoClose rule, Instant now) {
        boolean runs = rule.mode() == AutoClose.Mode.AFTER_DAYS && snoozedUntil == null;
        autoCloseAt = runs ? now.plus(Duration.ofDays(rule.days())) : null;
        closeWarningAt = runs && rule.warning() > 0 ? now.plus(Duration.ofDays(rule.days() - rule.warning())) : null;
    }

    void stopAutoClose() {
        autoCloseAt = null;
        closeWarningAt = null;
    }

    /** However late the warning is, the time it promised begins with it; when that is over. */
    Optional<Instant> warn(Instant now) {
        if (autoCloseAt == null || closeWarningAt == null) {
            return Optional.empty();
        }
        Instant promised = now.plus(Duration.between(closeWarningAt, autoCloseAt));
        autoCloseAt = promised.isAfter(autoCloseAt) ? promised : autoCloseAt;
        closeWarningAt = null;
        return Optional.of(autoCloseAt);
    }

    /** As if the answer were of now, but for a day at least; when the ticket closes then. */
    Optional<Instant> putOffClosing(@Nullable Instant answeredAt, Instant now) {
        Instant due = closeWarningAt == null ? autoCloseAt : closeWarningAt;
        if (due != null) {
            Duration least = Duration.between(due, now).plusDays(1);
            Duration since = answeredAt == null ? least : Duration.between(answeredAt, now);
            shiftAutoClose(since.compareTo(least) < 0 ? least : since);
        }
        return Optional.ofNullable(autoCloseAt);
    }

    /** As if no time had passed for so long. */
    void shiftAutoClose(Duration away) {
        autoCloseAt = autoCloseAt == null ? null : autoCloseAt.plus(away);
        closeWarningAt = closeWarningAt == null ? null : closeWarningAt.plus(away);
    }

    void snooze(Instant until) {
        snoozedUntil = until;
        stopAutoClose();
    }

    /** True if it was snoozed. */
    boolean wake() {
        boolean snoozed = snoozedUntil != null;
        snoozedUntil = null;
        return snoozed;
    }

    void set(Standing to) {
        autoCloseAt = to.autoCloseAt();
        closeWarningAt = to.closeWarningAt();
        snoozedUntil = to.snoozedUntil();
    }
}
