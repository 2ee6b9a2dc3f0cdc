// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.rights;

import dev.troubletickets.language.Translations;
import java.util.Locale;

/** Why an action is not allowed. A panel may show {@link #message} as the tool tip of a grey button. */
public enum Refusal {
    PERMISSION_MISSING("You do not have the permission for this."),
    NOT_ASSIGNEE("Only the technician the ticket is assigned to can do this; pick it up first."),
    PROFILE_MISSING("Fill in your staff profile first: full name and e-mail."),
    ASSIGNEE_WITHOUT_PROFILE("The technician has no staff profile yet and cannot be assigned."),
    ASSIGNED_ALREADY("The ticket is assigned to a technician already."),
    NOT_ASSIGNED("The ticket is assigned to nobody."),
    TAKE_OVER_FIRST("This installation wants a ticket to be taken over before it is closed."),
    STILL_IN_PROGRESS("Your last message has not been answered yet; close the ticket before you archive it."),
    ALREADY_SO("The ticket is in that state already."),
    PARTS_OPEN("The ticket is open with others as well; close your part of it."),
    LOCKED("A colleague is at work on this ticket."),
    INVITED_ONLY("You were invited to this ticket, and the invitation does not go that far."),
    NOT_INVITED("You were not invited to this ticket."),
    NOT_LOCKED("The ticket is not locked."),
    NOT_SNOOZED("The ticket is not snoozed."),
    CLOSED("The ticket is closed; reopen it first."),
    CUSTOMERS_WORDS("Only answers and notes can be edited; what came from the customer stays as it came."),
    LAST_QUEUE("The last queue cannot be deleted."),
    DEFAULT_QUEUE("The default queue cannot be deleted; make another queue the default first."),
    ANSWERED_BEFORE("A ticket becomes new or answered by what happens to it; it cannot be set so."),
    DIFFERENT_CUSTOMERS("The tickets belong to different customers; confirm that they are to be merged."),
    MERGED("The ticket has been merged into another one."),
    ONE_ALREADY("The tickets are one already."),
    ONE_MESSAGE("The ticket has a single message; there is nothing to split off."),
    MERGED_MESSAGES("The message belongs to a ticket that was merged into this one; undo the merge instead."),
    UNDONE_ALREADY("This was undone before."),
    NOTHING_TO_UNDO("There is nothing to undo."),
    REOPENING_TOO_LATE("The ticket was closed too long ago to be reopened; a new message opens a new ticket."),
    OTHERS_WROTE("Somebody has written since the mail you answer was sent; look at the ticket first."),
    TASK_DONE("The task is done; reopen it first."),
    TASK_OPEN("The task is open."),
    NOT_FOR_CUSTOMERS("The article is not for customers."),
    CATEGORY_HAS_ARTICLES("The category has articles; say where they are to go."),
    SAVED_BY_ANOTHER("Somebody else has saved this since you opened it; load it anew."),
    /** Shown with the text of the announcement in its place. */
    INTAKE_STOPPED("New tickets are not taken at the moment."),
    OTHER_SIDE("The ticket would be on the other side: the provider's support and a reseller's do not mix."),
    DIFFERENT_RESELLERS("The tickets belong to customers of different resellers."),
    RESELLERS_STAFF("This is not for a reseller's staff."),
    RATINGS_OFF("This installation asks for no ratings."),
    NOT_SETTLED("The ticket can be rated once it is closed."),
    NO_ACCOUNT("The ticket belongs to no account."),
    NO_BILLING("This panel does no billing."),
    CHARGE_NOT_DONE("The charge has not been carried out, so there is nothing to give back."),
    NO_INCIDENTS_LEFT("No support incidents are left for this; buy more, and then open the ticket."),
    NO_INCIDENTS("The ticket uses no support incidents: those of its queue do not."),
    NO_ENCRYPTION("Nothing can be encrypted here: the desk has no key of its own that is in force."),
    NO_CUSTOMER_KEY("No public key of this customer is known to encrypt to."),
    CUSTOMER_KEY_UNUSABLE("The customer's public key has expired, was revoked, or cannot be encrypted to."),
    CUSTOMER_KEY_CHANGED(
            "The customer's public key is another than when the answer was given; look at it, and answer again."),
    NOT_STUCK("This is not stuck: it is carried out by itself, or over."),
    OWN_SECURITY("The main administrator holds every permission; none can be taken.");

    private final String message;

    Refusal(String message) {
        this.message = message;
    }

    /** In English. */
    public String message() {
        return message;
    }

    /** In the language of who looks, if the library knows it, else in English (G17): German, Spanish, French and Russian. */
    public String message(Locale language) {
        return Words.TRANSLATIONS.text(name(), language).orElse(message);
    }

    /** Read when somebody asks for other than English. */
    static final class Words {
        static final Translations TRANSLATIONS = Translations.read("refusals", Refusal.class::getResourceAsStream);

        private Words() {}
    }
}
