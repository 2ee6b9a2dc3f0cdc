// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import static dev.troubletickets.security.matrix.Relation.ASSIGNEE;
import static dev.troubletickets.security.matrix.Relation.COLLEAGUES;
import static dev.troubletickets.security.matrix.Relation.INVITED_TO_ANSWER;
import static dev.troubletickets.security.matrix.Relation.INVITED_TO_NOTE;
import static dev.troubletickets.security.matrix.Relation.INVITED_TO_READ;
import static dev.troubletickets.security.matrix.Relation.LOCKED;
import static dev.troubletickets.security.matrix.Relation.NONE;
import static dev.troubletickets.security.matrix.Relation.PART;
import static dev.troubletickets.security.matrix.State.ARCHIVED;
import static dev.troubletickets.security.matrix.State.CLOSED;
import static dev.troubletickets.security.matrix.State.DELETED;
import static dev.troubletickets.security.matrix.State.MERGED;
import static dev.troubletickets.security.matrix.State.NEW;
import static dev.troubletickets.security.matrix.State.ON_HOLD;
import static dev.troubletickets.security.matrix.State.RESOLVED;
import static dev.troubletickets.security.matrix.State.SNOOZED;

import dev.troubletickets.rights.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may do what, told anew from the capabilities and apart from the code: a line for those operations of which the same is true. It
 * names what the operation takes of a ticket, the permission it needs, and when it is refused in spite of both.
 */
final class Law {
    private static final String LAWS = """
            none   | -                  | -                    | CustomerDesk: newTicketForm publicKey ownPublicKey saveOwnPublicKey removeOwnPublicKey open tickets archived unread incidents; ResellerDesk: tickets
            none   | -                  | -                    | StaffDesk: dashboard section quickSearch ticketsOf searchAccounts profile saveProfile preferences savePreferences
            none   | -                  | -                    | Customers: comment(AccountId) publicKey; CustomerBilling: balance; TicketSearch: form find export; Favourites: list remove; Watching: list
            none   | -                  | -                    | Collaborating: list; SavedSearches: list save change delete run; Spelling: languages check words learn forget; BulkActions: start work state outcomes jobs cancel
            none   | -                  | -                    | PredefinedReplies: search; PublicKnowledge: categories articles article search suggestions; KnowledgeBase: categories articles article search insert; ResellerStatements: running charges(Optional) all
            seen   | -                  | -                    | CustomerDesk: reply ticket download; ResellerDesk: reply ticket download; PredefinedReplies: forTicket insert
            seen   | -                  | -                    | StaffDesk: ticket quote html signatures download; Composing: look; Favourites: add; Watching: watch unwatch; KnowledgeBase: suggestions
            seen   | -                  | CLOSED,ARCHIVED      | CustomerDesk: close
            seen   | -                  | unanswered,ARCHIVED  | CustomerDesk: archive
            seen   | -                  | !settled             | CustomerDesk: reopen rate
            theirs | -                  | -                    | ResellerDesk: openFor
            none   | PREDEFINED_REPLIES | -                    | PredefinedReplies: create change delete
            none   | STATISTICS         | -                    | StatisticsDesk: of export
            none   | CUSTOMER_COMMENTS  | -                    | Customers: comment(AccountId,long,String)
            billed | -                  | -                    | ResellerStatements: get charges(StatementId,Optional) export
            none   | BILLING            | -                    | BillingAdmin: orders retry giveUp export
            handle | CHARGE             | -                    | CustomerBilling: refund returnIncidents
            none   | PRICES             | -                    | PricingAdmin: inForce standard endStandard custom endCustom history zone; StatementsAdmin: charges preview correct issue all get export
            none   | KNOWLEDGE_BASE     | -                    | KnowledgeBase: create change delete createCategory renameCategory orderCategories deleteCategory
            handle | SWITCH_TO_PANEL    | -                    | Customers: switchToPanel
            handle | DIAGNOSTICS        | -                    | ServiceDiagnostics: form run
            handle | TASKS              | -                    | Tasks: create
            none   | TASKS              | -                    | Tasks: list task note changeDue reassign done reopen
            none   | PRIVATE_MESSAGES   | -                    | PrivateMessages: send inbox sent unread message deleteReceived deleteSent
            none   | -                  | RESELLERS_TECHNICIAN&offered | StaffDesk: open openFor(EmailAddress,NewTicket)
            none   | -                  | RESELLERS_TECHNICIAN&offered,!RESELLERS_TECHNICIAN&!offered | StaffDesk: openFor(AccountId,NewTicket)
            none   | RESELLERS          | -                    | ResellersAdmin: support save
            seen   | -                  | !invited             | Collaborating: leave
            note   | -                  | -                    | StaffDesk: note
            answer | ANSWER             | !theirs              | StaffDesk: answer
            answer | -                  | LOCKED               | Composing: lock
            answer | -                  | -                    | Composing: saveDraft
            handle | ANSWER             | -                    | Scheduling: answerAt
            handle | -                  | -                    | Scheduling: at; StaffDesk: change; Linking: undo registerAbuse
            handle | -                  | assigned             | StaffDesk: pickUp
            handle | ASSIGN_TO_OTHERS   | anothers             | StaffDesk: assign
            handle | -                  | settled,taken&!PART  | StaffDesk: redirect
            handle | -                  | !assigned,taken      | StaffDesk: release
            handle | -                  | ON_HOLD,settled      | StaffDesk: hold
            handle | -                  | settled              | StaffDesk: snooze
            handle | -                  | !SNOOZED             | StaffDesk: wake
            handle | -                  | settled,PART         | StaffDesk: resolve
            handle | -                  | CLOSED,ARCHIVED      | StaffDesk: close
            handle | -                  | unanswered&!ON_HOLD  | StaffDesk: reopen
            handle | EDIT_MESSAGES      | -                    | StaffDesk: editMessage
            handle | REVEAL             | -                    | StaffDesk: reveal
            handle | DELETE             | LOCKED               | StaffDesk: delete
            handle | UNBLOCK            | !LOCKED              | Composing: unblock
            handle | ASSIGN_TO_OTHERS   | -                    | Watching: add remove; Collaborating: invite dismiss
            handle | SPLIT              | LOCKED,MERGED        | Linking: split
            both   | MERGE              | -                    | Linking: merge mergeAcrossCustomers
            handle | CANCEL_SCHEDULED   | -                    | Scheduling: takeBack cancel
            none   | SETTINGS           | -                    | AdminDesk: settings saveSettings; FieldsAdmin: all saved save; AnnouncementsAdmin: all saved save; SpellingWords: all add remove
            none   | RULES              | -                    | RulesAdmin: current saved save tryOut toJson parse
            none   | ENCRYPTION_KEYS    | -                    | EncryptionKeys: all generate importKey importFormer makeCurrent retire
            none   | CUSTOMER_KEYS      | -                    | Customers: savePublicKey removePublicKey
            none   | QUEUES             | -                    | AdminDesk: queues createQueue changeQueue makeDefault deleteQueue serviceLevel saveServiceLevel staff entitle
            none   | -                  | !MAIN_ADMINISTRATOR  | AdminDesk: audit give take
            none   | ERASE              | -                    | Erasure: preview erase state tickets all
            none   | MAILROOM           | -                    | Mailroom: state taken original replay discard bounced clearBounce retry
            """;

    private static final Map<String, Rule> RULES = Rule.parse(LAWS);
    private static final List<String> REACHES = List.of("seen", "theirs", "note", "answer", "handle", "both");
    private static final List<Relation> INVITED = List.of(INVITED_TO_READ, INVITED_TO_NOTE, INVITED_TO_ANSWER);

    private Law() {}

    static Rule rule(Operation operation) {
        return Rule.of(operation, RULES);
    }

    /** What is to come of the operation in the scene. */
    static Outcome says(Operation operation, Scene scene) {
        Rule rule = rule(operation);
        boolean ofTicket = !rule.of().equals("none");
        boolean strange = scene.who().face().filter(operation.face()::equals).isEmpty();
        if (strange || ofTicket && !sees(rule, scene)) {
            return Outcome.NOT_FOUND;
        }
        boolean refused = rule.permission().stream().anyMatch(needed -> lacks(scene.who(), needed, ofTicket))
                || reach(scene) < REACHES.indexOf(rule.of())
                || rule.unless().stream().anyMatch(word -> holds(word, scene));
        return refused ? Outcome.REFUSED : Outcome.DONE;
    }

    /** A reseller's staff can hold those alone that are about a ticket, and neither about money nor about tasks. */
    private static boolean lacks(Who who, Permission needed, boolean ofTicket) {
        boolean theirs = ofTicket && needed != Permission.CHARGE && needed != Permission.TASKS;
        return who == Who.WITHOUT_PERMISSION || who == Who.RESELLERS_TECHNICIAN && !theirs;
    }

    private static boolean sees(Rule rule, Scene scene) {
        if (rule.of().equals("billed") || scene.state() == DELETED && !rule.of().equals("theirs")) {
            return rule.of().equals("billed") && scene.who() == Who.RESELLER;
        }
        return switch (scene.who()) {
            case OWNER, RESELLER, UPPER_RESELLER -> true;
            case RESELLERS_TECHNICIAN -> !scene.offered();
            case ENTITLED, WITHOUT_PERMISSION, MAIN_ADMINISTRATOR -> scene.offered();
            // an invitation is to that one ticket, not to what it becomes part of
            case NOT_ENTITLED ->
                scene.offered() && !rule.of().equals("both") && (holds("own", scene) || holds("invited", scene));
            default -> false;
        };
    }

    /** How far the actor may go: as far as an invitation lets them, where that is all they have. */
    private static int reach(Scene scene) {
        boolean byInvitationAlone = scene.who() == Who.NOT_ENTITLED && INVITED.contains(scene.relation());
        return byInvitationAlone ? INVITED.indexOf(scene.relation()) + 1 : REACHES.size();
    }

    /** Whether the word is true of the scene; a merged ticket is what it was merged into. */
    private static boolean holds(String word, Scene scene) {
        if (word.contains("&")) {
            return Arrays.stream(word.split("&")).allMatch(each -> holds(each, scene));
        }
        if (word.startsWith("!")) {
            return !holds(word.substring(1), scene);
        }
        State state = scene.state();
        Relation relation = state == MERGED ? NONE : scene.relation();
        boolean anothers = Set.of(COLLEAGUES, LOCKED, PART).contains(relation);
        return switch (word) {
            case "offered" -> scene.offered();
            case "invited" -> INVITED.contains(relation);
            case "own" -> relation == ASSIGNEE || relation == PART;
            case "theirs" -> holds("own", scene) || relation == INVITED_TO_ANSWER && !holds("settled", scene);
            case "anothers" -> anothers;
            case "assigned" -> anothers || relation == ASSIGNEE;
            case "taken" -> anothers && scene.who() == Who.WITHOUT_PERMISSION;
            case "settled" -> Set.of(RESOLVED, CLOSED, ARCHIVED).contains(state);
            case "unanswered" -> Set.of(NEW, ON_HOLD, SNOOZED, MERGED).contains(state);
            default ->
                List.of(relation.name(), state.name(), scene.who().name()).contains(word);
        };
    }
}
