// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.command.AbuseCase;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.Split;
import dev.troubletickets.fields.CustomField;
import dev.troubletickets.fields.FieldType;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.search.Export;
import dev.troubletickets.search.ExportColumn;
import dev.troubletickets.search.ExportProgress;
import dev.troubletickets.search.SavedSearch;
import dev.troubletickets.search.Search;
import dev.troubletickets.settings.Announcement;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.EscalationLevel;
import dev.troubletickets.settings.Handling;
import dev.troubletickets.settings.PredefinedReply;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.settings.SubmissionRule;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.view.TicketSort;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Calls with the ids that stand in their commands, where the matrix tries those operations without. */
final class CommandIds {
    private static final TicketSort BY_ID = TicketSort.ascending(TicketSort.Column.ID);

    private CommandIds() {}

    /** @param place where the id stands, such as {@code Move.queue} */
    record Use(String place, Operation operation) {
        @Override
        public String toString() {
            return operation + " with " + place;
        }
    }

    static List<Use> all() {
        return Stream.of(ofTickets(), ofSearches(), ofRules(), ofSettings(), asTheMatrixTriesThem())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Use> ofTickets() {
        return List.of(
                use("StaffDesk.change", "SetQueue.queue", s -> s.staff().change(s.ticket(), Edit.queue(s.queue()))),
                use(
                        "StaffDesk.change",
                        "SetAccount.account",
                        s -> s.staff().change(s.ticket(), Edit.account(s.account()))),
                use(
                        "StaffDesk.redirect",
                        "Technician.staff",
                        s -> s.staff().redirect(s.ticket(), Holder.technician(s.colleague()))),
                use(
                        "Scheduling.at",
                        "ScheduledAction.technician",
                        s -> s.staff()
                                .scheduling()
                                .at(s.tomorrow(), s.ticket(), ScheduledAction.assign(s.colleague()))),
                use(
                        "Linking.registerAbuse",
                        "AbuseCase.queue",
                        s -> s.staff()
                                .linking()
                                .registerAbuse(
                                        s.ticket(), AbuseCase.of("Hi", "Hi").queue(s.queue()))),
                use(
                        "Linking.split",
                        "Part.queue",
                        s -> s.staff().linking().split(s.ticket(), Split.into(apart(s).queue(s.queue())))),
                use(
                        "Linking.split",
                        "Part.assignee",
                        s -> s.staff().linking().split(s.ticket(), Split.into(apart(s).assignedTo(s.colleague())))),
                use(
                        "BulkActions.start(Set,BulkAction)",
                        "Move.queue",
                        s -> s.staff().bulk().start(Set.of(s.ticket()), BulkAction.move(s.queue()))),
                use(
                        "BulkActions.start(Set,BulkAction)",
                        "Assign.technician",
                        s -> s.staff().bulk().start(Set.of(s.ticket()), BulkAction.assign(s.colleague()))),
                use(
                        "BulkActions.start(Search,BulkAction)",
                        "Move.queue",
                        s -> s.staff().bulk().start(Search.everything(), BulkAction.move(s.queue()))),
                use(
                        "BulkActions.start(Search,BulkAction)",
                        "Assign.technician",
                        s -> s.staff().bulk().start(Search.everything(), BulkAction.assign(s.colleague()))));
    }

    private static Split.Part apart(Stage stage) {
        return Split.Part.of("Apart", stage.message(2));
    }

    /** Each criterion in each call that takes a search. */
    private static List<Use> ofSearches() {
        Map<String, Function<Stage, Search>> criteria = Map.of(
                "Search.tickets", s -> Search.everything().tickets(s.ticket()),
                "Search.accounts", s -> Search.everything().accounts(s.account()),
                "Search.resellers", s -> Search.everything().resellers(s.aReseller()),
                "Search.queues", s -> Search.everything().queues(s.searchedQueue()),
                "Search.assignees", s -> Search.everything().assignees(s.colleague()));
        List<Use> uses = new ArrayList<>();
        criteria.forEach((place, of) -> {
            uses.add(showing(
                    "TicketSearch.find", place, s -> s.staff().search().find(of.apply(s), BY_ID, Optional.empty())));
            uses.add(showing("TicketSearch.export", place, s -> exported(s, of.apply(s))));
            uses.add(use(
                    "SavedSearches.save", place, s -> s.staff().search().saved().save(named(of.apply(s)))));
            uses.add(use(
                    "SavedSearches.change",
                    place,
                    s -> s.staff().search().saved().change(s.savedSearch(), named(of.apply(s)))));
            uses.add(use(
                    "BulkActions.start(Search,BulkAction)",
                    place,
                    s -> s.staff().bulk().start(of.apply(s), BulkAction.tag("a"))));
        });
        return uses;
    }

    private static SavedSearch.Content named(Search search) {
        return SavedSearch.Content.of("Hi", search, BY_ID);
    }

    private static String exported(Stage stage, Search search) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        stage.staff().search().export(search, Export.csv(ExportColumn.values()), to, ExportProgress.none());
        return to.toString(StandardCharsets.UTF_8);
    }

    private static List<Use> ofRules() {
        Map<String, Function<Stage, RuleSet>> all = Map.of(
                "Handling.queue", s -> rules(Handling.nothing().queue(s.queue())),
                "Handling.assignee", s -> rules(Handling.nothing().assignee(s.colleague())));
        List<Use> uses = new ArrayList<>();
        all.forEach((place, of) -> {
            uses.add(use(
                    "RulesAdmin.save(RuleSet)", place, s -> s.admin().rules().save(of.apply(s))));
            uses.add(use(
                    "RulesAdmin.save(SavedRules)",
                    place,
                    s -> s.admin()
                            .rules()
                            .save(s.center().admin().rules().saved().with(of.apply(s)))));
            uses.add(use("RulesAdmin.tryOut", place, s -> s.admin().rules().tryOut(of.apply(s), Optional.empty())));
            uses.add(use("RulesAdmin.toJson", place, s -> s.admin().rules().toJson(of.apply(s))));
        });
        return uses;
    }

    private static RuleSet rules(Handling then) {
        return RuleSet.none().withSubmission(SubmissionRule.of("Hi", Condition.always(), then));
    }

    private static List<Use> ofSettings() {
        return List.of(
                use(
                        "AdminDesk.saveSettings",
                        "Category.queue",
                        s -> s.admin()
                                .saveSettings(
                                        s.center().admin().settings().withCategories(Category.of("Hi", s.queue())))),
                use(
                        "AdminDesk.saveServiceLevel",
                        "EscalationLevel.assignee",
                        s -> s.admin()
                                .saveServiceLevel(
                                        s.hiddenQueue(),
                                        escalating(EscalationLevel.atDue("Hi").withAssignee(s.colleague())))),
                use(
                        "AdminDesk.saveServiceLevel",
                        "EscalationLevel.tell",
                        s -> s.admin()
                                .saveServiceLevel(
                                        s.hiddenQueue(),
                                        escalating(EscalationLevel.atDue("Hi").telling(s.colleague())))),
                use(
                        "AnnouncementsAdmin.save(List)",
                        "Announcement.queue",
                        s -> s.admin().announcements().save(announced(s))),
                use(
                        "AnnouncementsAdmin.save(SavedAnnouncements)",
                        "Announcement.queue",
                        s -> s.admin()
                                .announcements()
                                .save(s.center().admin().announcements().saved().with(announced(s)))),
                use(
                        "FieldsAdmin.save(List)",
                        "CustomField.queues",
                        s -> s.admin().fields().save(fields(s))),
                use(
                        "FieldsAdmin.save(SavedFields)",
                        "CustomField.queues",
                        s -> s.admin()
                                .fields()
                                .save(s.center().admin().fields().saved().with(fields(s)))),
                use(
                        "ResellersAdmin.save",
                        "ResellerSupport.named",
                        s -> s.admin()
                                .resellers()
                                .save(s.center()
                                        .admin()
                                        .resellers()
                                        .support()
                                        .with(now -> now.offering(s.aReseller(), true)))),
                use(
                        "PredefinedReplies.create",
                        "Content.queue",
                        s -> s.staff()
                                .predefinedReplies()
                                .create(PredefinedReply.Content.of("Bye", Wording.of("Bye"), s.queue()))),
                use(
                        "PredefinedReplies.change",
                        "Content.queue",
                        s -> s.staff()
                                .predefinedReplies()
                                .change(
                                        s.predefinedReply(),
                                        PredefinedReply.Content.of("Bye", Wording.of("Bye"), s.queue()))));
    }

    private static ServiceLevel escalating(EscalationLevel level) {
        return ServiceLevel.none().withEscalations(level);
    }

    private static List<Announcement> announced(Stage stage) {
        return List.of(Announcement.of(Wording.of("Hi"), stage.tomorrow()).forQueue(stage.queue()));
    }

    private static List<CustomField> fields(Stage stage) {
        return List.of(CustomField.of("hi", "Hi", FieldType.TEXT).onlyIn(stage.queue()));
    }

    /** Where the operation cannot be tried without. */
    private static List<Use> asTheMatrixTriesThem() {
        Map<String, Set<String>> places = Map.of(
                "Tasks.create", Set.of("NewTask.assignee", "NewTask.ticket"),
                "PrivateMessages.send", Set.of("NewPrivateMessage.to"),
                "Linking.split", Set.of("Part.messages"),
                "StaffDesk.redirect", Set.of("Department.queue"),
                "AdminDesk.deleteQueue", Set.of("MoveTickets.to"),
                "KnowledgeBase.create", Set.of("ArticleContent.category"),
                "KnowledgeBase.change", Set.of("ArticleContent.category"),
                "Erasure.preview", Set.of("Person.account"),
                "Erasure.erase", Set.of("Person.account"));
        return Operation.all()
                .flatMap(operation -> places.getOrDefault(operation.name(), Set.of()).stream()
                        .map(place -> new Use(place, operation)))
                .toList();
    }

    private static Use use(String operation, String place, Consumer<Stage> call) {
        return new Use(place, Operation.of(operation, call));
    }

    private static Use showing(String operation, String place, Function<Stage, Object> call) {
        return new Use(place, Operation.reading(operation, call));
    }
}
