// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.admin.Audit;
import dev.troubletickets.core.admin.Queues;
import dev.troubletickets.core.admin.ServiceLevels;
import dev.troubletickets.core.work.Installations;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.AnnouncementsAdmin;
import dev.troubletickets.desk.BillingAdmin;
import dev.troubletickets.desk.EncryptionKeys;
import dev.troubletickets.desk.Erasure;
import dev.troubletickets.desk.FieldsAdmin;
import dev.troubletickets.desk.PricingAdmin;
import dev.troubletickets.desk.ResellersAdmin;
import dev.troubletickets.desk.RulesAdmin;
import dev.troubletickets.desk.SpellingWords;
import dev.troubletickets.desk.StatementsAdmin;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.view.AuditPage;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.StaffSecurity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

final class CoreAdminDesk extends StaffCalls implements AdminDesk {
    CoreAdminDesk(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public Settings settings() {
        return administer((scope, staff) -> {
            staff.require(Permission.SETTINGS);
            return scope.settings();
        });
    }

    @Override
    public void saveSettings(Settings settings) {
        administer((scope, staff) -> {
            staff.require(Permission.SETTINGS);
            boolean homeless = settings.categories().stream()
                    .map(Category::queue)
                    .flatMap(Optional::stream)
                    .anyMatch(queue -> scope.installation().find(queue).isEmpty());
            if (homeless) {
                throw new Invalid("categories", "a category names a queue that does not exist");
            }
            ServiceLevels.holidaysChange(scope, settings.holidays());
            Installations.save(scope.stores(), settings);
            scope.audit(staff.actor(), "changed the settings");
            return true;
        });
    }

    @Override
    public RulesAdmin rules() {
        return new CoreRulesAdmin(desks, id);
    }

    @Override
    public FieldsAdmin fields() {
        return new CoreFieldsAdmin(desks, id);
    }

    @Override
    public AnnouncementsAdmin announcements() {
        return new CoreAnnouncementsAdmin(desks, id);
    }

    @Override
    public ResellersAdmin resellers() {
        return new CoreResellersAdmin(desks, id);
    }

    @Override
    public PricingAdmin pricing() {
        return new CorePricingAdmin(desks, id);
    }

    @Override
    public StatementsAdmin statements() {
        return new CoreStatementsAdmin(desks, id);
    }

    @Override
    public SpellingWords spellingWords() {
        return new CoreSpellingWords(desks, id);
    }

    @Override
    public BillingAdmin billing() {
        return new CoreBillingAdmin(desks, id);
    }

    @Override
    public Erasure erasure() {
        return new CoreErasure(desks, id);
    }

    @Override
    public EncryptionKeys encryptionKeys() {
        return new CoreEncryptionKeys(desks, id);
    }

    @Override
    public AuditPage audit(Optional<PageToken> from) {
        return read((scope, staff) -> Audit.page(scope, staff, from));
    }

    @Override
    public List<Queue> queues() {
        return administer((scope, staff) -> {
            staff.require(Permission.QUEUES);
            return scope.installation().queues().stream()
                    .sorted(Comparator.comparing(queue -> queue.name().toLowerCase(Locale.ROOT)))
                    .toList();
        });
    }

    @Override
    public QueueId createQueue(QueueSettings queue) {
        return administer((scope, staff) -> Queues.create(scope, staff, queue));
    }

    @Override
    public void changeQueue(QueueId queue, QueueSettings settings) {
        administer((scope, staff) -> {
            Queues.change(scope, staff, queue, settings);
            return true;
        });
    }

    @Override
    public void makeDefault(QueueId queue) {
        administer((scope, staff) -> {
            Queues.makeDefault(scope, staff, queue);
            return true;
        });
    }

    @Override
    public void deleteQueue(QueueId queue, QueueDeletion tickets) {
        administer((scope, staff) -> {
            Queues.delete(scope, staff, queue, tickets);
            return true;
        });
    }

    @Override
    public ServiceLevel serviceLevel(QueueId queue) {
        return administer((scope, staff) -> ServiceLevels.find(scope, staff, queue));
    }

    @Override
    public void saveServiceLevel(QueueId queue, ServiceLevel level) {
        administer((scope, staff) -> {
            ServiceLevels.save(scope, staff, queue, level);
            return true;
        });
    }

    @Override
    public List<StaffSecurity> staff() {
        return administer(desks.security::staff);
    }

    @Override
    public void entitle(StaffId technician, Set<QueueId> queues) {
        administer((scope, staff) -> {
            desks.security.entitle(scope, staff, technician, queues);
            return true;
        });
    }

    @Override
    public void give(StaffId technician, Permission permission) {
        decide(technician, permission, true);
    }

    @Override
    public void take(StaffId technician, Permission permission) {
        decide(technician, permission, false);
    }

    private void decide(StaffId technician, Permission permission, boolean given) {
        administer((scope, staff) -> {
            desks.security.decide(scope, staff, technician, permission, given);
            return true;
        });
    }
}
