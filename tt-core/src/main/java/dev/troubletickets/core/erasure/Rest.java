// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.erasure;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.erasure.Trace;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.storage.CustomerCommentStore.Comment;
import dev.troubletickets.spi.storage.ErasureStore;
import dev.troubletickets.spi.storage.ErasureStore.MailIn;
import dev.troubletickets.spi.storage.ErasureStore.MailOut;
import dev.troubletickets.spi.storage.ErasureStore.Phase;
import dev.troubletickets.spi.storage.ErasureStore.Progress;
import dev.troubletickets.spi.storage.ErasureStore.Standing;
import dev.troubletickets.spi.storage.ErasureStore.Words;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What goes besides tickets: mails, wherever they name the person, and free words that do; a few at a time. */
public final class Rest {
    /** Few, for each is in memory whole. */
    private static final int MAILS = 5;

    private static final int TEXTS = 200;

    private final Optional<MailFormat> format;
    private final MailLimits limits;

    public Rest(Optional<MailFormat> format, MailLimits limits) {
        this.format = format;
        this.limits = limits;
    }

    /** What goes of the next ones of a phase, and how far they are. */
    record Part(Plan plan, Progress then) {}

    Part next(Scope scope, Person person, Progress progress) {
        Plan plan = new Plan();
        Mention mention = new Mention(person.addresses());
        ErasureStore store = scope.stores().erasures();
        long mark = progress.mark();
        Progress then;
        if (progress.phase() == Phase.MAILS_IN) {
            List<MailIn> mails = store.mailsIn(mark, MAILS);
            mails.stream()
                    .filter(mail -> mention.isIn(mail.raw()) && !isOwn(scope, person, mail.ticket()))
                    .forEach(mail -> in(scope, plan, mention, mail));
            then = then(progress, mails, MAILS, MailIn::number);
        } else if (progress.phase() == Phase.MAILS_OUT) {
            List<MailOut> mails = store.mailsOut(mark, MAILS);
            mails.stream()
                    .filter(mail -> mention.isIn(mail) && !isOwn(scope, person, mail.ticket()))
                    .forEach(mail -> out(scope, plan, mention, mail));
            then = then(progress, mails, MAILS, MailOut::number);
        } else if (progress.phase() == Phase.ORDERS) {
            List<BillingOrderId> orders = orders(scope, person, Optional.empty());
            orders.forEach(order -> plan.add(Trace.CHARGE_NOTES, () -> store.eraseOrder(order)));
            // those that are erased are found no more
            then = orders.size() < TEXTS ? progress.at(progress.upTo()) : progress;
        } else {
            List<Words> texts = store.words(progress.phase(), mark, TEXTS);
            FreeText free = new FreeText(scope, person, mention, plan);
            texts.forEach(words -> free.look(progress.phase(), words));
            then = then(progress, texts, TEXTS, Words::number);
        }
        return new Part(plan, then);
    }

    static List<BillingOrderId> orders(Scope scope, Person person, Optional<BillingOrderId> after) {
        return person.account()
                .map(account -> scope.stores().erasures().orders(account, after, TEXTS))
                .orElse(List.of());
    }

    private static <T> Progress then(Progress progress, List<T> found, int limit, ToLongFunction<T> number) {
        boolean isAll = found.size() < limit;
        return progress.at(isAll ? progress.upTo() : number.applyAsLong(found.get(found.size() - 1)));
    }

    /** Those of the person's own tickets go with the tickets. */
    private static boolean isOwn(Scope scope, Person person, @Nullable TicketId ticket) {
        return Optional.ofNullable(ticket)
                .flatMap(id -> scope.stores().tickets().find(id))
                .filter(found -> TicketErasure.isOf(person, found))
                .isPresent();
    }

    private void in(Scope scope, Plan plan, Mention mention, MailIn mail) {
        ErasureStore store = scope.stores().erasures();
        boolean stays = mail.standing() == Standing.MESSAGE
                || mail.standing() == Standing.WAITS && isAnothers(mention, mail.raw());
        plan.add(Trace.MAILS_IN, () -> {
            if (stays) {
                store.rewriteMailIn(mail.number(), mention.without(mail.raw()));
            } else {
                store.eraseMailIn(mail.number());
            }
        });
    }

    /** Somebody else's words, which are still to become a message; a report returns what the person was sent. */
    private boolean isAnothers(Mention mention, byte[] raw) {
        try {
            Optional<ParsedMail> mail = format.isEmpty()
                    ? Optional.empty()
                    : Optional.of(format.get().parse(raw, limits));
            return mail.filter(parsed -> parsed.report().isEmpty())
                    .filter(parsed -> parsed.from()
                            .filter(from -> !mention.is(from.address()))
                            .isPresent())
                    .isPresent();
        } catch (LimitExceeded tooMuch) {
            return false;
        }
    }

    private static void out(Scope scope, Plan plan, Mention mention, MailOut mail) {
        ErasureStore store = scope.stores().erasures();
        boolean goes = mail.sent() || mail.remaining().stream().allMatch(mention::is);
        plan.add(Trace.MAILS_OUT, () -> {
            if (goes) {
                store.eraseMailOut(mail.number());
            } else {
                Set<EmailAddress> gone =
                        Set.copyOf(mail.all().stream().filter(mention::is).toList());
                store.rewriteMailOut(mail.number(), gone, mention.without(mail.content()));
            }
        });
    }

    /** What belongs to the person and to no ticket. */
    static Plan last(Scope scope, Person person) {
        Plan plan = new Plan();
        scope.stores()
                .bounces()
                .find(person.addresses())
                .forEach(bounce ->
                        plan.add(Trace.BOUNCES, () -> scope.stores().bounces().clear(bounce.address())));
        person.account()
                .flatMap(account -> scope.stores().customerComments().find(account))
                .filter(comment -> !comment.text().isEmpty())
                .ifPresent(comment -> plan.add(Trace.COMMENTS, () -> blank(scope, comment)));
        person.addresses()
                .forEach(address ->
                        plan.besides(() -> scope.stores().erasures().forgetAdmissions("address " + address.key())));
        person.account()
                .map(AccountId::value)
                .ifPresent(account ->
                        plan.besides(() -> scope.stores().erasures().forgetAdmissions("account " + account)));
        person.account()
                .flatMap(account -> scope.stores().customerKeys().find(account))
                .ifPresent(key -> plan.add(
                        Trace.PUBLIC_KEYS, () -> scope.stores().customerKeys().remove(key.account())));
        return plan;
    }

    private static void blank(Scope scope, Comment comment) {
        Comment next = new Comment(comment.account(), comment.version() + 1, "", comment.by(), scope.now());
        if (!scope.stores().customerComments().save(next)) {
            throw new WriteConflict("the comment on " + comment.account() + " has moved on");
        }
    }

    /** As a job begins. */
    static Progress begin(Scope scope) {
        return new Progress(Phase.MAILS_IN, 0, scope.stores().erasures().last(Phase.MAILS_IN));
    }

    /** The same, or the beginning of the phase behind it. */
    static Progress onward(Scope scope, Progress progress) {
        Phase next = progress.phase().next();
        return progress.isThrough()
                ? new Progress(next, 0, scope.stores().erasures().last(next))
                : progress;
    }
}
