// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.core.files.Sha256;
import dev.troubletickets.core.mail.Classifier.Verdict;
import dev.troubletickets.core.mail.Letters.Placed;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.storage.IntakeStore.Ending;
import dev.troubletickets.spi.storage.IntakeStore.StoredMail;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Brings one stored mail to its outcome, in one unit of work (D1, A2). */
final class Intake {
    private final MailFormat format;
    private final MailLimits limits;
    private final Classifier classifier;
    private final Bounces bounces;
    private final Letters letters;

    Intake(MailFormat format, MailLimits limits, Classifier classifier, Bounces bounces, Letters letters) {
        this.format = format;
        this.limits = limits;
        this.classifier = classifier;
        this.bounces = bounces;
        this.letters = letters;
    }

    /**
     * Notes the outcome with the mail, or puts it off where it has overtaken the one it answers. Throws whatever goes wrong beyond the mail
     * itself; the unit must not commit then.
     */
    void process(Scope scope, StoredMail stored, Reading reading) {
        if (stored.raw().length == 0) {
            finish(scope, stored, quarantined("it is empty, or too large and still in the mailbox"));
            return;
        }
        ParsedMail mail;
        try {
            mail = reading.of(stored);
        } catch (LimitExceeded e) {
            finish(scope, stored, quarantined("a limit was exceeded: " + e.getMessage()));
            return;
        }
        if (!letters.isPutOff(scope, stored, mail)) {
            finish(scope, stored, place(scope, stored, mail));
        }
    }

    /** To be handed to each run of a unit. */
    Reading reading() {
        return new Reading();
    }

    /** Reads a mail once, however often the unit is run that processes it. */
    final class Reading {
        private long last;
        private @Nullable ParsedMail mail;

        private ParsedMail of(StoredMail stored) throws LimitExceeded {
            ParsedMail read = stored.id() == last ? mail : null;
            if (read == null) {
                read = format.parse(stored.raw(), limits);
                mail = read;
                last = stored.id();
            }
            return read;
        }
    }

    private Ending place(Scope scope, StoredMail stored, ParsedMail mail) {
        Verdict verdict = classifier.classify(mail);
        Optional<Long> earlier = earlierCopy(scope, stored, mail);
        if (earlier.isPresent()) {
            String why = "the same mail came before, as " + earlier.get();
            return new Ending(MailOutcome.DUPLICATE, verdict.mailClass(), known(scope, mail), why);
        }
        Placed placed = switch (verdict.mailClass()) {
            case OWN -> new Placed(MailOutcome.OWN, known(scope, mail), "");
            case BOUNCE -> bounces.record(scope, mail);
            default -> letters.place(scope, stored, mail, verdict);
        };
        String why = placed.why().isEmpty() ? verdict.why() : verdict.why() + "; " + placed.why();
        return new Ending(placed.outcome(), verdict.mailClass(), placed.ticket(), why);
    }

    private static Ending quarantined(String why) {
        return Ending.of(MailOutcome.QUARANTINED, null, why);
    }

    /**
     * A Message-ID together with what the sender wrote names a mail, however often and by whatever ways it comes. A Message-ID alone does
     * not: other words under the same id are another mail.
     */
    private static Optional<Long> earlierCopy(Scope scope, StoredMail stored, ParsedMail mail) {
        if (mail.messageId().isEmpty()) {
            return Optional.empty();
        }
        String words = mail.messageId().get() + "\n" + mail.contentDigest();
        String identity = Sha256.hex(words.getBytes(StandardCharsets.UTF_8));
        OptionalLong other = scope.stores().intake().claimIdentity(identity, stored.id());
        return other.isPresent() ? Optional.of(other.getAsLong()) : Optional.empty();
    }

    /** The ticket it is a copy for, so that it goes when the ticket is deleted. */
    private static @Nullable TicketId known(Scope scope, ParsedMail mail) {
        return mail.messageId()
                .flatMap(id -> Optional.ofNullable(
                        scope.stores().threads().find(List.of(id)).get(id)))
                .orElse(null);
    }

    private static void finish(Scope scope, StoredMail stored, Ending ending) {
        scope.stores().intake().finish(stored.id(), ending);
    }
}
