// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.bulk.BulkJobs;
import dev.troubletickets.core.bulk.BulkRun;
import dev.troubletickets.core.erasure.ErasureRun;
import dev.troubletickets.core.files.FileRoom;
import dev.troubletickets.core.mail.MailWork;
import dev.troubletickets.core.mail.Watching;
import dev.troubletickets.core.statistics.Counting;
import dev.troubletickets.core.work.People;
import dev.troubletickets.core.work.Sweep;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.desk.Background;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.settings.ResellerSupport;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.storage.TicketStore.Timer;
import dev.troubletickets.view.RunReport;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class CoreBackground implements Background {
    private static final Logger LOG = LoggerFactory.getLogger(CoreBackground.class);
    private static final Duration REMEMBERED = Duration.ofHours(1);
    /** So that a round in which much is to be done still comes to sending mail, and then to polling it. */
    private static final int ACTED_ON_A_ROUND = 1_000;

    private static final int ERASING_PARTS_A_ROUND = 200;

    private final Work work;
    private final People people;
    private final TimedWork timed;
    private final BulkRun bulkRun;
    private final ErasureRun erasureRun;
    private final SideWork sides;
    private final Counting counting;
    private final Optional<MailWork> mail;
    private final FileRoom files;
    private final Accounts accounts;

    CoreBackground(
            Work work,
            People people,
            TimedWork timed,
            BulkRun bulkRun,
            ErasureRun erasureRun,
            Optional<MailWork> mail,
            FileRoom files,
            Accounts accounts) {
        this.work = work;
        this.counting = new Counting(work);
        this.people = people;
        this.timed = timed;
        this.bulkRun = bulkRun;
        this.erasureRun = erasureRun;
        this.sides = new SideWork(work);
        this.mail = mail;
        this.files = files;
        this.accounts = accounts;
    }

    @Override
    public RunReport runDue() {
        RunReport report = RunReport.nothing();
        if (mail.isPresent()) {
            for (Mailbox mailbox : mail.get().mailboxes()) {
                report = report.plus(part("poll", () -> poll(mail.get(), mailbox)));
            }
            report = report.plus(part("process", () -> process(mail.get())));
        }
        report = report.plus(part(RunReport.Work.WOKEN, () -> timed.timer(Timer.WAKE)))
                .plus(part(RunReport.Work.WARNED, () -> timed.timer(Timer.CLOSE_WARNING)))
                .plus(part(RunReport.Work.CLOSED, () -> timed.timer(Timer.AUTO_CLOSE)))
                .plus(part(RunReport.Work.RETIMED, timed::retime))
                .plus(part(RunReport.Work.ESCALATED, () -> timed.timer(Timer.ESCALATION)))
                .plus(part(RunReport.Work.CHANGED_SIDES, sides::settle))
                .plus(part(RunReport.Work.ACTED, timed::act));
        report = report.plus(part("mass actions", this::bulk))
                .plus(part(RunReport.Work.ERASED, this::erase))
                .plus(part(RunReport.Work.SCANNED, files::scan))
                .plus(part(RunReport.Work.DISCARDED, files::collect))
                .plus(part("tidy", this::tidy));
        report = report.plus(part("statistics", this::count));
        if (mail.isPresent()) {
            report = report.plus(part("send", () -> send(mail.get())));
        }
        return report.plus(part(RunReport.Work.WEIGHED, timed::weigh))
                .plus(part(RunReport.Work.COUNTED, () -> accounts.money().count()))
                .plus(part(RunReport.Work.BILLED, () -> accounts.billing().run()));
    }

    @Override
    public void accountChanged(AccountId account) {
        people.forget(account);
        work.write(scope -> {
            scope.stores().tickets().forgetWeights(account);
            return true;
        });
        sides.follow(account);
    }

    @Override
    public void resellersChanged() {
        people.resellers().forget();
        work.administer(scope -> {
            ResellerSupport support = scope.installation().support();
            Sweep.add(scope.stores(), support, support, scope.now());
            return true;
        });
    }

    @Override
    public boolean receive(String source, InputStream raw) {
        return mail.orElseThrow(() -> new IllegalArgumentException("this center has no mail"))
                .receive(source, raw);
    }

    @Override
    public Running start(ScheduledExecutorService executor, Duration pause) {
        ScheduledFuture<?> rounds =
                executor.scheduleWithFixedDelay(this::round, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return () -> rounds.cancel(false);
    }

    @Override
    public Running watch(ScheduledExecutorService executor) {
        return Watching.start(mail.map(MailWork::mailboxes).orElse(List.of()), executor, this::round);
    }

    /** An executor drops a task that throws; a round never does. */
    private void round() {
        try {
            runDue();
        } catch (RuntimeException | Error e) {
            LOG.error("a round of background work failed", e);
        }
    }

    private static RunReport poll(MailWork mail, Mailbox mailbox) {
        int fetched = 0;
        int more = mail.poll(mailbox);
        while (more > 0) {
            fetched += more;
            more = mail.poll(mailbox);
        }
        return RunReport.of(RunReport.Work.FETCHED, fetched);
    }

    private static RunReport process(MailWork mail) {
        int processed = 0;
        while (mail.processNext()) {
            processed++;
        }
        return RunReport.of(RunReport.Work.PROCESSED, processed);
    }

    private static RunReport send(MailWork mail) {
        int sent = 0;
        // a batch of which nothing was taken ends the round: when the server is down, mail in and auto-close go on
        int taken = mail.sendBatch();
        while (taken > 0) {
            sent += taken;
            taken = mail.sendBatch();
        }
        return RunReport.of(RunReport.Work.SENT, sent);
    }

    private RunReport bulk() {
        int done = 0;
        OptionalInt part = bulkRun.next();
        while (part.isPresent()) {
            done += part.getAsInt();
            part = done < ACTED_ON_A_ROUND ? bulkRun.next() : OptionalInt.empty();
        }
        return RunReport.of(RunReport.Work.ACTED_ON, done);
    }

    private int erase() {
        int parts = 0;
        int touched = 0;
        OptionalInt part = erasureRun.next();
        while (part.isPresent()) {
            touched += part.getAsInt();
            boolean goesOn = ++parts < ERASING_PARTS_A_ROUND && touched < ACTED_ON_A_ROUND;
            part = goesOn ? erasureRun.next() : OptionalInt.empty();
        }
        return touched;
    }

    private RunReport count() {
        counting.run();
        return RunReport.nothing();
    }

    /** Forgets who was at which ticket when nobody asks any more, and mass actions that are long over. */
    private RunReport tidy() {
        return work.write(scope -> {
            scope.stores().presence().forgetBefore(scope.now().minus(REMEMBERED));
            BulkJobs.tidy(scope);
            return RunReport.nothing();
        });
    }

    private static RunReport part(RunReport.Work kind, IntSupplier part) {
        return part(kind.name(), () -> RunReport.of(kind, part.getAsInt()));
    }

    private static RunReport part(String name, Supplier<RunReport> part) {
        try {
            return part.get();
        } catch (RuntimeException | Error e) {
            LOG.warn("background work could not finish: {}", name, e);
            return RunReport.failure();
        }
    }
}
