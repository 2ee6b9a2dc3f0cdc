// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.view.AuditPage;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.StaffSecurity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The installation's administration. Settings need the permission {@link Permission#SETTINGS}, queues {@link Permission#QUEUES}; giving
 * and taking permissions is the main administrator's alone. Without it every method throws {@link
 * dev.troubletickets.failure.NotPermitted}.
 */
public interface AdminDesk {
    Settings settings();

    /** @throws dev.troubletickets.failure.Invalid if a category names a queue that does not exist */
    void saveSettings(Settings settings);

    /** The rules of weight and of submission (B8, B10). */
    RulesAdmin rules();

    /** Fields of the installation's own (G10). */
    FieldsAdmin fields();

    /** What customers are told before they write, and when intake stops (G13). */
    AnnouncementsAdmin announcements();

    /** The keys that customers encrypt to (F2). */
    EncryptionKeys encryptionKeys();

    /** To whom the provider offers the support of end users (E4). */
    ResellersAdmin resellers();

    /** What resellers pay (E5). */
    PricingAdmin pricing();

    /** What resellers are charged (E5). */
    StatementsAdmin statements();

    /** Words that spell-checking takes for right whoever writes (F1). */
    SpellingWords spellingWords();

    /** What customers are charged, and what the host's billing has made of it (E6). */
    BillingAdmin billing();

    /** Erases persons (G12). */
    Erasure erasure();

    /**
     * Who gave which permission, offered support to resellers, changed the settings, entered a customer's panel, looked at a service, deleted a ticket,
     * erased a person, changed a key or had billing tried anew (E1, E3, A11): the newest first, 100 a page. The provider's main administrator's alone.
     *
     * @throws dev.troubletickets.failure.Invalid for a token of another list
     */
    AuditPage audit(Optional<PageToken> from);

    /** All queues by name. */
    List<Queue> queues();

    /** @throws dev.troubletickets.failure.Invalid if another queue has that name or address */
    QueueId createQueue(QueueSettings queue);

    /** @throws dev.troubletickets.failure.Invalid if another queue has that name or address */
    void changeQueue(QueueId queue, QueueSettings settings);

    /** What the queue promises (B9); nothing by default. */
    ServiceLevel serviceLevel(QueueId queue);

    /**
     * Replaces it. Tickets that wait there have their due times derived anew by the next background round; what was used stays used.
     *
     * @throws dev.troubletickets.failure.Invalid if a level of escalation names a technician whom the host does not know, or its
     *     note cannot be taken
     */
    void saveServiceLevel(QueueId queue, ServiceLevel level);

    /** From then on every technician sees this queue, and the former default only those entitled to it. */
    void makeDefault(QueueId queue);

    /**
     * Deletes a queue with its predefined replies, and moves or deletes its tickets, all in one (B1). Fields of its tickets alone (G10) go
     * with them.
     *
     * @throws dev.troubletickets.failure.NotPermitted for the last queue, and for the default one
     */
    void deleteQueue(QueueId queue, QueueDeletion tickets);

    /**
     * The technicians the host knows, with what they may do (E3). A reseller's main administrator needs no permission for it, and sees the
     * reseller's own staff.
     */
    List<StaffSecurity> staff();

    /**
     * Says which queues a technician sees besides the default one (B2).
     *
     * @throws dev.troubletickets.failure.NotPermitted for a reseller's staff, who see tickets of all queues (E4)
     */
    void entitle(StaffId technician, Set<QueueId> queues);

    /**
     * A reseller's main administrator gives to the reseller's own staff; to them, others are not there.
     *
     * @throws dev.troubletickets.failure.NotPermitted if the caller is not the main administrator, or the permission is none that a
     *     reseller's staff can hold
     */
    void give(StaffId technician, Permission permission);

    /**
     * The same, to take one.
     *
     * @throws dev.troubletickets.failure.NotPermitted if the caller is not the main administrator, or the technician is
     */
    void take(StaffId technician, Permission permission);
}
