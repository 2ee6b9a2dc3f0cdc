// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import static dev.troubletickets.security.matrix.Operation.of;
import static dev.troubletickets.security.matrix.Operation.reading;
import static dev.troubletickets.security.matrix.Operation.writing;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.command.ArticleContent;
import dev.troubletickets.command.NewPrivateMessage;
import dev.troubletickets.command.NewTask;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Preferences;
import dev.troubletickets.kit.Keyring;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.search.Export;
import dev.troubletickets.search.ExportColumn;
import dev.troubletickets.search.ExportProgress;
import dev.troubletickets.search.Search;
import dev.troubletickets.settings.PredefinedReply;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.statistics.StatisticsQuery;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.tasks.TaskList;
import dev.troubletickets.view.Dashboard;
import dev.troubletickets.view.TicketSort;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What technicians do besides. */
final class StaffOperations {
    private static final TicketSort BY_ID = TicketSort.ascending(TicketSort.Column.ID);
    private static final StatisticsQuery FIRST_DAYS =
            StatisticsQuery.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 3), ZoneOffset.UTC);

    private StaffOperations() {}

    static List<Operation> all() {
        return List.of(
                reading("StaffDesk.dashboard()", s -> s.staff().dashboard()),
                reading("StaffDesk.dashboard(TicketSort)", s -> s.staff().dashboard(BY_ID)),
                reading(
                        "StaffDesk.section",
                        s -> s.staff().section(Dashboard.SectionName.UNASSIGNED, BY_ID, Optional.empty())),
                reading("StaffDesk.quickSearch", s -> s.staff().quickSearch("help", Optional.empty())),
                of("StaffDesk.open", s -> s.staff().open(NewTicket.of("Hi", "Hi"))),
                of(
                        "StaffDesk.openFor(AccountId,NewTicket)",
                        s -> s.staff().openFor(s.account(), NewTicket.of("Hi", "Hi"))),
                of(
                        "StaffDesk.openFor(EmailAddress,NewTicket)",
                        s -> s.staff().openFor(EmailAddress.of("a@b.example"), NewTicket.of("Hi", "Hi"))),
                reading("StaffDesk.ticketsOf", s -> s.staff().ticketsOf(s.account(), Optional.empty())),
                reading("Spelling.languages", s -> s.staff().spelling().languages()),
                of("Spelling.check(String)", s -> s.staff().spelling().check("word")),
                of("Spelling.check(String,Locale)", s -> s.staff().spelling().check("word", Locale.ENGLISH)),
                reading("Spelling.words", s -> s.staff().spelling().words()),
                of("Spelling.learn", s -> s.staff().spelling().learn("dovecot")),
                of("Spelling.forget", s -> s.staff().spelling().forget("dovecot")),
                reading("StaffDesk.searchAccounts", s -> s.staff().searchAccounts("owner")),
                reading("StaffDesk.profile", s -> s.staff().profile()),
                of(
                        "StaffDesk.saveProfile",
                        s -> s.staff().saveProfile(StaffProfile.of("Me", EmailAddress.of("me@example.com")))),
                reading("Favourites.list", s -> s.staff().favourites().list(Optional.empty())),
                reading("Watching.list", s -> s.staff().watching().list(Optional.empty())),
                reading("Collaborating.list", s -> s.staff().collaborating().list(Optional.empty())),
                reading("TicketSearch.form", s -> s.staff().search().form()),
                reading(
                        "TicketSearch.find",
                        s -> s.staff().search().find(Search.everything(), BY_ID, Optional.empty())),
                writing(
                        "TicketSearch.export",
                        (s, out) -> s.staff()
                                .search()
                                .export(
                                        Search.everything(),
                                        Export.csv(ExportColumn.values()),
                                        out,
                                        ExportProgress.none())),
                reading("SavedSearches.list", s -> s.staff().search().saved().list()),
                of("SavedSearches.save", s -> s.staff().search().saved().save(Stage.search("Hi"))),
                of("SavedSearches.change", s -> s.staff().search().saved().change(s.savedSearch(), Stage.search("Hi"))),
                of("SavedSearches.delete", s -> s.staff().search().saved().delete(s.savedSearch())),
                of("SavedSearches.run", s -> s.staff().search().saved().run(s.savedSearch(), Optional.empty())),
                of(
                        "BulkActions.start(Set,BulkAction)",
                        s -> s.staff().bulk().start(Set.of(s.ticket()), BulkAction.close())),
                of(
                        "BulkActions.start(Search,BulkAction)",
                        s -> s.staff().bulk().start(Search.everything(), BulkAction.close())),
                of("BulkActions.work", s -> s.staff().bulk().work(s.bulkJob())),
                of("BulkActions.state", s -> s.staff().bulk().state(s.bulkJob())),
                of(
                        "BulkActions.outcomes",
                        s -> s.staff().bulk().outcomes(s.bulkJob(), Optional.empty(), Optional.empty())),
                reading("BulkActions.jobs", s -> s.staff().bulk().jobs()),
                of("BulkActions.cancel", s -> s.staff().bulk().cancel(s.bulkJob())),
                reading(
                        "PredefinedReplies.search",
                        s -> s.staff().predefinedReplies().search("")),
                of(
                        "Tasks.create",
                        s -> s.staff()
                                .tasks()
                                .create(NewTask.of("Hi", s.technician()).ticket(s.ticket()))),
                reading("Tasks.list", s -> s.staff().tasks().list(TaskList.mine(), Optional.empty())),
                of("Tasks.task", s -> s.staff().tasks().task(s.task())),
                of("Tasks.note", s -> s.staff().tasks().note(s.task(), "Hi")),
                of("Tasks.changeDue", s -> s.staff().tasks().changeDue(s.task(), Optional.of(s.tomorrow()))),
                of("Tasks.reassign", s -> s.staff().tasks().reassign(s.task(), s.technician())),
                of("Tasks.done", s -> s.staff().tasks().done(s.task())),
                of("Tasks.reopen", s -> {
                    TaskId task = s.task();
                    s.staff().tasks().done(task);
                    s.staff().tasks().reopen(task);
                }),
                of(
                        "PrivateMessages.send",
                        s -> s.staff().privateMessages().send(NewPrivateMessage.of("Hi", "Hi", s.technician()))),
                reading(
                        "PrivateMessages.inbox",
                        s -> s.staff().privateMessages().inbox(Optional.empty())),
                reading("PrivateMessages.sent", s -> s.staff().privateMessages().sent(Optional.empty())),
                reading(
                        "PrivateMessages.unread",
                        s -> s.staff().privateMessages().unread()),
                of("PrivateMessages.message", s -> s.staff().privateMessages().message(s.privateMessage())),
                of(
                        "PrivateMessages.deleteReceived",
                        s -> s.staff().privateMessages().deleteReceived(Set.of(s.privateMessage()))),
                of(
                        "PrivateMessages.deleteSent",
                        s -> s.staff().privateMessages().deleteSent(Set.of(s.privateMessage()))),
                reading("KnowledgeBase.categories", s -> s.staff().knowledge().categories()),
                reading(
                        "KnowledgeBase.articles",
                        s -> s.staff().knowledge().articles(s.articleCategory(), Optional.empty())),
                of("KnowledgeBase.article", s -> s.staff().knowledge().article(s.article())),
                reading("KnowledgeBase.search", s -> s.staff().knowledge().search("help")),
                reading("KnowledgeBase.suggestions", s -> s.staff().knowledge().suggestions(s.ticket())),
                of("KnowledgeBase.insert", s -> s.staff().knowledge().insert(s.article())),
                of(
                        "KnowledgeBase.create",
                        s -> s.staff().knowledge().create(ArticleContent.of(s.emptyCategory(), "Hi", "Hi"))),
                of(
                        "KnowledgeBase.change",
                        s -> s.staff()
                                .knowledge()
                                .change(s.article(), 1, ArticleContent.of(s.emptyCategory(), "Hi", "Hi"))),
                of("KnowledgeBase.delete", s -> s.staff().knowledge().delete(s.article())),
                of("KnowledgeBase.createCategory", s -> s.staff().knowledge().createCategory("Hi")),
                of("KnowledgeBase.renameCategory", s -> s.staff().knowledge().renameCategory(s.emptyCategory(), "Hi")),
                of(
                        "KnowledgeBase.orderCategories",
                        s -> s.staff().knowledge().orderCategories(List.of(s.emptyCategory()))),
                of(
                        "KnowledgeBase.deleteCategory(ArticleCategoryId)",
                        s -> s.staff().knowledge().deleteCategory(s.emptyCategory())),
                of(
                        "KnowledgeBase.deleteCategory(ArticleCategoryId,ArticleCategoryId)",
                        s -> s.staff().knowledge().deleteCategory(s.emptyCategory(), s.articleCategory())),
                reading("StatisticsDesk.of", s -> s.staff().statistics().of(FIRST_DAYS)),
                writing(
                        "StatisticsDesk.export",
                        (s, out) -> s.staff().statistics().export(FIRST_DAYS, out)),
                reading("StaffDesk.preferences", s -> s.staff().preferences()),
                of("StaffDesk.savePreferences", s -> s.staff().savePreferences(Preferences.none())),
                reading("CustomerBilling.balance", s -> s.staff().billing().balance(s.account())),
                reading("Customers.publicKey", s -> s.staff().customers().publicKey(s.account())),
                of(
                        "Customers.savePublicKey",
                        s -> s.staff().customers().savePublicKey(s.account(), Keyring.publicKey("jane"))),
                of("Customers.removePublicKey", s -> s.staff().customers().removePublicKey(s.account())),
                reading(
                        "Customers.comment(AccountId)",
                        s -> s.staff().customers().comment(s.account())),
                of(
                        "Customers.comment(AccountId,long,String)",
                        s -> s.staff().customers().comment(s.account(), 0, "Hi")),
                of(
                        "PredefinedReplies.create",
                        s -> s.staff().predefinedReplies().create(reply())),
                of(
                        "PredefinedReplies.change",
                        s -> s.staff().predefinedReplies().change(s.predefinedReply(), reply())),
                of(
                        "PredefinedReplies.delete",
                        s -> s.staff().predefinedReplies().delete(s.predefinedReply())));
    }

    private static PredefinedReply.Content reply() {
        return PredefinedReply.Content.of("Bye", Wording.of("Bye"));
    }
}
