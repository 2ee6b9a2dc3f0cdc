// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.AbuseCase;
import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Split;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.Background;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.RulesAdmin;
import dev.troubletickets.desk.Scheduling;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.LockedByAnother;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.failure.Stale;
import dev.troubletickets.failure.SupportException;
import dev.troubletickets.failure.TakenByAnother;
import dev.troubletickets.fields.CustomField;
import dev.troubletickets.fields.FieldType;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.jdbc.JpaOptions;
import dev.troubletickets.jdbc.JpaStorage;
import dev.troubletickets.mail.JakartaMail;
import dev.troubletickets.mail.MailboxAccount;
import dev.troubletickets.mail.SmtpServer;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Secret;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import dev.troubletickets.search.FieldSearch;
import dev.troubletickets.search.Search;
import dev.troubletickets.search.SearchPage;
import dev.troubletickets.settings.AnswerTarget;
import dev.troubletickets.settings.AssignmentPolicy;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.EscalationLevel;
import dev.troubletickets.settings.Handling;
import dev.troubletickets.settings.PredefinedReply;
import dev.troubletickets.settings.PredefinedReplyId;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.SavedRules;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.settings.SubmissionRule;
import dev.troubletickets.settings.WeightRule;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.settings.WorkingTime;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;
import dev.troubletickets.view.Dashboard;
import dev.troubletickets.view.Onlooker;
import dev.troubletickets.view.RuleTrials;
import dev.troubletickets.view.SplitReport;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.StaffTicketView;
import dev.troubletickets.view.TicketLink;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketWeight;
import dev.troubletickets.view.UndoReport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideSnippetsTest {
    private final SupportCenter center = Panel.center(InMemoryMail.create());
    private final CustomerDesk jane = center.customer(AccountId.of("jane"));
    private final StaffDesk tom = center.staff(StaffId.of("tom"));
    private final TicketId id = jane.open(NewTicket.of("Mail bounces", "Since this morning."));
    private final StringBuilder html = new StringBuilder();

    @BeforeEach
    void profile() {
        tom.saveProfile(StaffProfile.of("Tom Keller", EmailAddress.of("tom@harbour.example")));
    }

    @Test
    void aStorageInAFileOfItsOwn(@TempDir Path directory) {
        Path file = directory.resolve("desk");
        // region: embedded
        Storage storage = JpaStorage.embedded(file);
        // endregion
        storage.close();
    }

    @Test
    void aStorageOnThePanelsPool(@TempDir Path directory) {
        String url = Panel.url(directory);
        String user = "sa";
        // region: pool
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url); // jdbc:postgresql://db.internal/panel
        pool.setUsername(user);
        pool.setMaximumPoolSize(20);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        HikariDataSource dataSource = new HikariDataSource(pool);

        Storage storage = JpaStorage.on(
                dataSource, JpaOptions.defaults().withSchema("support").withTablePrefix("desk_"));
        // endregion
        storage.close();
        dataSource.close();
    }

    @Test
    void mailFromSeveralMailboxes() {
        Secret smtpPassword = Panel.SECRET;
        Secret mailboxPassword = Panel.SECRET;
        // region: mail
        SmtpServer smtp = SmtpServer.of("smtp.harbour.example", 587)
                .login("support", smtpPassword)
                .greetingAs("panel.harbour.example");
        MailboxAccount support = MailboxAccount.imap("imap.harbour.example", 993, "support", mailboxPassword, "INBOX")
                .named("support");
        MailboxAccount sales = MailboxAccount.pop3("pop.harbour.example", 995, "sales", mailboxPassword)
                .named("sales")
                .timeOuts(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(30));
        JakartaMail mail = JakartaMail.with(smtp, support, sales);
        // endregion
        assertThat(mail.mailboxes()).hasSize(2);
    }

    @Test
    void whatAnAdministratorSetsUp() {
        // region: settings
        AdminDesk ada = center.administration(StaffId.of("ada"));
        QueueId sales =
                ada.createQueue(QueueSettings.named("Sales").withAddress(EmailAddress.of("sales@harbour.example")));
        ada.entitle(StaffId.of("tom"), Set.of(sales));
        ada.give(StaffId.of("tom"), Permission.MAILROOM);
        ada.saveSettings(ada.settings()
                .withAutoClose(AutoClose.afterDays(7))
                .withCategories(Category.of("Web and mail"), Category.of("Orders", sales)));
        // endregion
        assertThat(center.mailroom(StaffId.of("tom")).state().waiting()).isZero();
    }

    @Test
    void rulesOnSubmission() {
        QueueId sales = center.administration(StaffId.of("ada")).createQueue(QueueSettings.named("Orders and more"));
        // region: submission
        RulesAdmin rules = center.administration(StaffId.of("ada")).rules();
        SavedRules saved = rules.saved();
        RuleSet edited = saved.rules()
                .withSubmission(
                        SubmissionRule.of(
                                "Orders",
                                Condition.contains(Fact.SUBJECT, "order"),
                                Handling.nothing().queue(sales).tags("order")),
                        SubmissionRule.of(
                                "Outage",
                                Condition.any(
                                        Condition.contains(Fact.SUBJECT, "down"),
                                        Condition.contains(Fact.TEXT, "unreachable")),
                                Handling.nothing().priority(90).weight(60)));

        RuleTrials trial = rules.tryOut(edited, Optional.empty());
        rules.save(saved.with(edited));
        // endregion
        assertThat(trial.tried()).isEqualTo(1);
        assertThat(rules.current()).isEqualTo(edited);
    }

    @Test
    void fieldsOfYourOwn() {
        // region: fields
        center.administration(StaffId.of("ada"))
                .fields()
                .save(List.of(
                        CustomField.choice("system", "Operating system", "Linux", "Windows"),
                        CustomField.of("seats", "Seats", FieldType.NUMBER).forStaff()));
        TicketId ticket = jane.open(NewTicket.of("Upgrade", "When?").field("system", FieldValue.choice("Linux")));
        tom.change(ticket, Edit.field("seats", FieldValue.number(25)));

        SearchPage large = tom.search()
                .find(
                        Search.everything().fields(FieldSearch.atLeast("seats", FieldValue.number(20))),
                        TicketSort.descending(TicketSort.Column.CREATED),
                        Optional.empty());
        // endregion
        assertThat(large.tickets()).extracting(StaffTicketRow::id).containsExactly(ticket);
    }

    @Test
    void whoGetsATicket() {
        AdminDesk ada = center.administration(StaffId.of("ada"));
        QueueId queue = ada.createQueue(QueueSettings.named("Servers"));
        // region: assignment
        ada.changeQueue(queue, QueueSettings.named("Servers").withAssignment(AssignmentPolicy.ROUND_ROBIN));
        // endregion
        assertThat(ada.queues())
                .filteredOn(each -> each.id().equals(queue))
                .extracting(each -> each.settings().assignment())
                .containsExactly(AssignmentPolicy.ROUND_ROBIN);
    }

    @Test
    void theHeaviestFirst() {
        // region: weight
        RulesAdmin rules = center.administration(StaffId.of("ada")).rules();
        rules.save(rules.current()
                .withWeights(
                        new WeightRule("Big customers", Condition.atLeast(Fact.SPENDING, 500_00), 60),
                        new WeightRule(
                                "Down, and not a first day's question",
                                Condition.all(
                                        Condition.contains(Fact.SUBJECT, "down"),
                                        Condition.atLeast(Fact.CUSTOMER_AGE_DAYS, 1)),
                                30)));

        TicketSort heaviest = TicketSort.descending(TicketSort.Column.WEIGHT);
        Dashboard byWeight = tom.dashboard(heaviest);
        List<TicketWeight.Reason> why = tom.ticket(id).weight().reasons();
        // endregion
        assertThat(byWeight.unassigned().tickets()).hasSize(1);
        assertThat(why).isEmpty();
    }

    @Test
    void whenAnswersAreDue() {
        AdminDesk ada = center.administration(StaffId.of("ada"));
        QueueId sales = ada.createQueue(QueueSettings.named("Sales"));
        // region: due
        WorkingTime time = WorkingTime.parse("Europe/Prague; MON 08:00-18:00; TUE 08:00-18:00; WED 08:00-18:00;"
                + " THU 08:00-18:00; FRI 08:00-12:00,13:00-16:00; 2026-12-24 08:00-12:00; 2026-12-25 off");
        ada.changeQueue(sales, QueueSettings.named("Sales").withWorkingTime(time));
        ada.saveServiceLevel(
                sales,
                ServiceLevel.of(
                        AnswerTarget.when(Condition.is(Fact.PLAN, "Gold"), "gold customers", Duration.ofHours(1)),
                        AnswerTarget.always("everybody", Duration.ofHours(8))));
        // endregion
        // region: escalations
        ada.saveServiceLevel(
                sales,
                ada.serviceLevel(sales)
                        .withEscalations(
                                EscalationLevel.before(Duration.ofMinutes(30), "soon due")
                                        .withPriority(90)
                                        .tellingQueue(),
                                EscalationLevel.atDue("due").withoutAssignee().withNote("Who is free?"),
                                EscalationLevel.after(Duration.ofHours(2), "late")
                                        .telling(StaffId.of("ada"))));
        // endregion
        assertThat(ada.serviceLevel(sales).targets()).hasSize(2);
        assertThat(ada.serviceLevel(sales).escalations()).hasSize(3);
    }

    @Test
    void theBackgroundOnAnExecutorOfTheHost() {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);
        // region: background
        Background.Running running = center.background().start(executor, Duration.ofSeconds(10));
        // …
        running.close(); // when the panel stops; a round under way goes on to its end
        executor.shutdown();
        // endregion
        assertThat(executor.isShutdown()).isTrue();
    }

    @Test
    void colleaguesWorkTogether() {
        AdminDesk ada = center.administration(StaffId.of("ada"));
        QueueId sales = ada.createQueue(QueueSettings.named("Sales"));
        TicketId ticket = id;
        Instant tomorrow =
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));
        // region: composing
        tom.composing().lock(ticket); // when the form opens, and again while tom types
        for (Onlooker colleague : tom.composing().look(ticket, true)) {
            html.append(escape(colleague.name())).append(colleague.typing() ? " types" : " looks");
        }
        tom.composing().saveDraft(ticket, "Dear Jane, "); // stays with the ticket, whoever it is assigned to
        tom.redirect(ticket, Holder.department(sales)); // stays open with tom until he closes his part
        tom.snooze(ticket, tomorrow); // out of the lists until then, or until the customer writes
        // endregion
        assertThat(tom.ticket(ticket).parts()).hasSize(1);
        assertThat(tom.ticket(ticket).snoozedUntil()).contains(tomorrow);
    }

    @Test
    void whatIsToBeDoneLater() {
        TicketId ticket = id;
        Instant tomorrow =
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));
        // region: scheduling
        Scheduling later = tom.scheduling();
        ScheduledId close = later.at(tomorrow, ticket, ScheduledAction.close().unlessChanged());
        later.at(tomorrow, ticket, ScheduledAction.remind("Has the registry answered?"));
        later.at(tomorrow, ticket, ScheduledAction.answer("It works by now.")); // unless Jane writes first
        later.cancel(close);
        // endregion
        assertThat(tom.ticket(ticket).scheduled()).hasSize(2);
    }

    @Test
    void aScreenIsOneCallAndOneLoop() {
        // region: dashboard
        Dashboard dashboard = tom.dashboard();
        for (StaffTicketRow row : dashboard.unassigned().tickets()) {
            html.append(row.isUnanswered() ? "<tr class=waiting>" : "<tr>");
            html.append("<td>").append(row.id()).append("<td>").append(escape(row.subject()));
        }
        // endregion
        assertThat(html).hasToString("<tr class=waiting><td>#1<td>Mail bounces");
    }

    @Test
    void aButtonIsGreyForAReason() {
        // region: buttons
        StaffTicketView page = tom.ticket(id);
        for (Action action : Action.values()) {
            if (page.actions().allows(action)) {
                html.append("<button name=").append(action).append(">");
            }
            page.actions()
                    .whyNot(action)
                    .ifPresent(why -> html.append("<button disabled title='")
                            .append(why.message())
                            .append("'>"));
        }
        // endregion
        assertThat(html).contains("<button name=PICK_UP>", "pick it up first");
    }

    @Test
    void anAnswerFromAStalePageIsRefusedWithTheNews() {
        tom.pickUp(id);
        // region: stale
        long mark = tom.ticket(id).seen().mark(); // into a hidden field of the form
        jane.reply(id, Reply.of("Never mind, it works."));

        TicketRef seen = id.seenAt(mark); // from the hidden field
        try {
            tom.answer(seen, Answer.of("We are looking into it."));
        } catch (Stale stale) {
            stale.news().forEach(item -> html.append(item)); // show it above the form, and ask again
        }
        // endregion
        assertThat(html).contains("Never mind, it works.");
    }

    @Test
    void anAnswerBeginsWithAPredefinedReply() {
        StaffDesk ada = center.staff(StaffId.of("ada"));
        tom.pickUp(id);
        // region: replies
        PredefinedReplyId waiting = ada.predefinedReplies()
                .create(PredefinedReply.Content.of(
                        "DNS takes time", Wording.of("Hello {{name}}, please wait until tomorrow.")));

        List<PredefinedReply> offered = tom.predefinedReplies().forTicket(id, "dns");
        String text = tom.predefinedReplies().insert(id, waiting); // into the form
        tom.answer(id, Answer.of(text));
        // endregion
        assertThat(offered).extracting(PredefinedReply::id).containsExactly(waiting);
        assertThat(tom.ticket(id).messages().get(1).text()).contains("until tomorrow");
    }

    @Test
    void ticketsThatHaveToDoWithOneAnother() {
        // region: links
        TicketId abuse =
                tom.linking().registerAbuse(id, AbuseCase.of("Spam from the shop", "Three reports since Monday."));
        for (TicketLink link : tom.ticket(id).links()) {
            html.append(link.kind()).append(' ').append(link.ticket());
            html.append(' ').append(escape(link.subject().orElse("")));
        }
        // endregion
        assertThat(html).contains("ABUSE_CASE " + abuse + " Spam from the shop");
    }

    @Test
    void oneTicketOfTwoAndTwoAgain() {
        center.administration(StaffId.of("ada")).give(StaffId.of("tom"), Permission.MERGE);
        TicketId again = jane.open(NewTicket.of("Again mail", "Still bouncing."));
        // region: merge
        OperationId merge = tom.linking().merge(again, id);
        TicketId shown = tom.ticket(again).id(); // the page of the one it was merged into

        UndoReport report = tom.linking().undo(merge);
        for (UndoReport.Left left : report.left()) {
            html.append(left.reason()).append(' ').append(left.ticket());
        }
        // endregion
        assertThat(shown).isEqualTo(id);
        assertThat(html).isEmpty();
        assertThat(tom.ticket(again).id()).isEqualTo(again);
    }

    @Test
    void threeTicketsOfOne() {
        center.administration(StaffId.of("ada")).give(StaffId.of("tom"), Permission.SPLIT);
        jane.reply(id, Reply.of("And what do I owe you?"));
        jane.reply(id, Reply.of("Oh, and my site is down."));
        MessageId about = MessageId.publicMessage(id, 2);
        MessageId further = MessageId.publicMessage(id, 3);
        // region: split
        SplitReport split = tom.linking()
                .split(
                        id,
                        Split.into(
                                Split.Part.of("Invoice", about).assignedTo(StaffId.of("tom")),
                                Split.Part.from("Site is down", further)));
        TicketId invoice = split.tickets().get(0);
        // endregion
        assertThat(jane.ticket(invoice).messages()).hasSize(1);
        assertThat(jane.ticket(id).messages()).hasSize(1);
    }

    @Test
    void everyFailureSaysWhatToDo() {
        assertThat(status(() -> tom.ticket(TicketId.of(99)))).isEqualTo(404);
        assertThat(status(() -> tom.answer(id, Answer.of("Done.")))).isEqualTo(403);
        assertThat(status(() -> tom.answer(id, Answer.of(" ")))).isEqualTo(400);
        assertThat(status(() -> tom.saveProfile(StaffProfile.of(" ", EmailAddress.of("tom@harbour.example")))))
                .isEqualTo(400);
        assertThat(status(() -> tom.openFor(EmailAddress.of("tom"), NewTicket.of("Mail bounces", "Help!"))))
                .isEqualTo(400);
        assertThat(status(() -> tom.spelling().check("teh", java.util.Locale.ENGLISH)))
                .isEqualTo(503);
    }

    // region: errors
    private static int status(Runnable call) {
        try {
            call.run();
            return 200;
        } catch (NotFound e) {
            return 404;
        } catch (NotPermitted e) {
            return 403;
        } catch (Invalid | OverLimit | IllegalArgumentException e) {
            return 400;
        } catch (Stale | TakenByAnother | LockedByAnother e) {
            return 409;
        } catch (SupportException e) { // Unavailable is left
            return 503;
        }
    }
    // endregion

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
