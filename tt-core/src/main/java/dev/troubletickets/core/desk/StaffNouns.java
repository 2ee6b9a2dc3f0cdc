// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.desk.BulkActions;
import dev.troubletickets.desk.Collaborating;
import dev.troubletickets.desk.Composing;
import dev.troubletickets.desk.CustomerBilling;
import dev.troubletickets.desk.Customers;
import dev.troubletickets.desk.Favourites;
import dev.troubletickets.desk.KnowledgeBase;
import dev.troubletickets.desk.Linking;
import dev.troubletickets.desk.PredefinedReplies;
import dev.troubletickets.desk.PrivateMessages;
import dev.troubletickets.desk.Scheduling;
import dev.troubletickets.desk.ServiceDiagnostics;
import dev.troubletickets.desk.Spelling;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.desk.StatisticsDesk;
import dev.troubletickets.desk.Tasks;
import dev.troubletickets.desk.TicketSearch;
import dev.troubletickets.desk.Watching;
import dev.troubletickets.people.StaffId;

/** The nouns under which a technician's desk groups its verbs. */
abstract class StaffNouns extends StaffCalls implements StaffDesk {
    StaffNouns(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public TicketSearch search() {
        return new CoreTicketSearch(desks, id);
    }

    @Override
    public BulkActions bulk() {
        return new CoreBulkActions(desks, id);
    }

    @Override
    public Composing composing() {
        return new CoreComposing(desks, id);
    }

    @Override
    public Favourites favourites() {
        return new CoreFollowing(desks, id).favourites();
    }

    @Override
    public Watching watching() {
        return new CoreFollowing(desks, id);
    }

    @Override
    public Collaborating collaborating() {
        return new CoreCollaborating(desks, id);
    }

    @Override
    public Linking linking() {
        return new CoreLinking(desks, id);
    }

    @Override
    public PredefinedReplies predefinedReplies() {
        return new CorePredefinedReplies(desks, id);
    }

    @Override
    public Tasks tasks() {
        return new CoreTasks(desks, id);
    }

    @Override
    public PrivateMessages privateMessages() {
        return new CorePrivateMessages(desks, id);
    }

    @Override
    public KnowledgeBase knowledge() {
        return new CoreKnowledgeBase(desks, id);
    }

    @Override
    public StatisticsDesk statistics() {
        return new CoreStatisticsDesk(desks, id);
    }

    @Override
    public Scheduling scheduling() {
        return new CoreScheduling(desks, id);
    }

    @Override
    public Customers customers() {
        return new CoreCustomers(desks, id);
    }

    @Override
    public CustomerBilling billing() {
        return new CoreCustomerBilling(desks, id);
    }

    @Override
    public ServiceDiagnostics diagnostics() {
        return new CoreServiceDiagnostics(desks, id);
    }

    @Override
    public Spelling spelling() {
        return new CoreSpelling(desks, id);
    }
}
