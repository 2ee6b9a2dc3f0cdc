// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailClass;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.TakenMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a message came to, and why.
 *
 * @param isCopy whether the desk knew the message by another that came before
 */
record Outcome(Kind kind, Optional<Long> ticket, Optional<MailClass> mailClass, List<String> why, boolean isCopy) {
    Outcome {
        why = List.copyOf(why);
    }

    /** In the order in which a summary tells them. */
    enum Kind {
        OPENED,
        APPENDED,
        BOUNCE,
        AUTOMATIC,
        REFUSED,
        QUARANTINED;

        /** Somebody should know of each of these. */
        boolean isToBeLookedAt() {
            return this == REFUSED || this == QUARANTINED;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Outcome refused(String why) {
        return new Outcome(Kind.REFUSED, Optional.empty(), Optional.empty(), List.of(why), false);
    }

    /** The desk put it off, and off again. */
    static Outcome unsettled() {
        List<String> why = List.of("the desk could not come to an outcome");
        return new Outcome(Kind.QUARANTINED, Optional.empty(), Optional.empty(), why, false);
    }

    static Outcome of(TakenMail mail) {
        return new Outcome(
                kind(mail),
                mail.ticket().map(TicketId::value),
                mail.mailClass(),
                mail.reasons(),
                mail.outcome() == MailOutcome.DUPLICATE);
    }

    /** @param first what became of the message that had the same bytes, if that is known */
    static Outcome sameBytes(Optional<Outcome> first) {
        return new Outcome(
                Kind.REFUSED,
                first.flatMap(Outcome::ticket),
                first.flatMap(Outcome::mailClass),
                List.of("it has the same bytes"),
                true);
    }

    /** @param first where the same message was before, if that is known */
    Outcome duplicateOf(Optional<String> first) {
        List<String> reasons = new ArrayList<>();
        reasons.add("duplicate of " + first.orElse("a message of an earlier run"));
        reasons.addAll(why);
        return new Outcome(Kind.REFUSED, ticket, mailClass, reasons, true);
    }

    private static Kind kind(TakenMail mail) {
        return switch (mail.outcome()) {
            case OPENED -> Kind.OPENED;
            case APPENDED -> Kind.APPENDED;
            case BOUNCE -> Kind.BOUNCE;
            case AUTOMATIC -> Kind.AUTOMATIC;
            case DUPLICATE, OWN -> Kind.REFUSED;
            case QUARANTINED, DISCARDED -> Kind.QUARANTINED;
        };
    }
}
