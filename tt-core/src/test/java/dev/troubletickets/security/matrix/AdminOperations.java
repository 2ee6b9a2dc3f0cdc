// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import static dev.troubletickets.security.matrix.Operation.of;
import static dev.troubletickets.security.matrix.Operation.reading;
import static dev.troubletickets.security.matrix.Operation.writing;

import dev.troubletickets.erasure.Person;
import dev.troubletickets.kit.Keyring;
import dev.troubletickets.money.Price;
import dev.troubletickets.people.Secret;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.spi.encryption.KeyKind;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What administrators do, and whoever looks after the mail. */
final class AdminOperations {
    private static final Price PRICE = Price.perTicket("1.50", "EUR");

    private AdminOperations() {}

    static List<Operation> all() {
        return List.of(
                reading("AdminDesk.settings", s -> s.admin().settings()),
                of(
                        "AdminDesk.saveSettings",
                        s -> s.admin().saveSettings(s.center().admin().settings())),
                reading("SpellingWords.all", s -> s.admin().spellingWords().all()),
                of("SpellingWords.add", s -> s.admin().spellingWords().add("dovecot")),
                of("SpellingWords.remove", s -> s.admin().spellingWords().remove("dovecot")),
                reading("AdminDesk.queues", s -> s.admin().queues()),
                of("AdminDesk.createQueue", s -> s.admin().createQueue(QueueSettings.named("New"))),
                of("AdminDesk.changeQueue", s -> s.admin().changeQueue(s.queue(), QueueSettings.named("New"))),
                reading("AdminDesk.serviceLevel", s -> s.admin().serviceLevel(s.queue())),
                of("AdminDesk.saveServiceLevel", s -> s.admin().saveServiceLevel(s.queue(), ServiceLevel.none())),
                of("AdminDesk.makeDefault", s -> s.admin().makeDefault(s.queue())),
                of(
                        "AdminDesk.deleteQueue",
                        s -> s.admin().deleteQueue(s.queue(), QueueDeletion.moveTicketsTo(s.hiddenQueue()))),
                reading("AdminDesk.staff", s -> s.admin().staff()),
                reading("AdminDesk.audit", s -> s.admin().audit(Optional.empty())),
                of("AdminDesk.entitle", s -> s.admin().entitle(s.technician(), Set.of(s.queue()))),
                of("AdminDesk.give", s -> s.admin().give(s.technician(), Permission.DELETE)),
                of("AdminDesk.take", s -> s.admin().take(s.technician(), Permission.DELETE)),
                reading("RulesAdmin.current", s -> s.admin().rules().current()),
                of("RulesAdmin.save(RuleSet)", s -> s.admin().rules().save(RuleSet.none())),
                of(
                        "RulesAdmin.save(SavedRules)",
                        s -> s.admin().rules().save(s.center().admin().rules().saved())),
                reading("RulesAdmin.saved", s -> s.admin().rules().saved()),
                of("RulesAdmin.tryOut", s -> s.admin().rules().tryOut(RuleSet.none(), Optional.empty())),
                of("RulesAdmin.toJson", s -> s.admin().rules().toJson(RuleSet.none())),
                of(
                        "RulesAdmin.parse",
                        s -> s.admin().rules().parse(s.center().admin().rules().toJson(RuleSet.none()))),
                reading("FieldsAdmin.all", s -> s.admin().fields().all()),
                reading("FieldsAdmin.saved", s -> s.admin().fields().saved()),
                of("FieldsAdmin.save(List)", s -> s.admin().fields().save(List.of())),
                of(
                        "FieldsAdmin.save(SavedFields)",
                        s -> s.admin().fields().save(s.center().admin().fields().saved())),
                reading("AnnouncementsAdmin.all", s -> s.admin().announcements().all()),
                reading(
                        "AnnouncementsAdmin.saved",
                        s -> s.admin().announcements().saved()),
                of(
                        "AnnouncementsAdmin.save(List)",
                        s -> s.admin().announcements().save(List.of())),
                of(
                        "AnnouncementsAdmin.save(SavedAnnouncements)",
                        s -> s.admin()
                                .announcements()
                                .save(s.center().admin().announcements().saved())),
                reading("EncryptionKeys.all", s -> s.admin().encryptionKeys().all()),
                of(
                        "EncryptionKeys.generate",
                        s -> s.admin().encryptionKeys().generate(KeyKind.RSA_3072, Secret.of("correct horse"))),
                of("EncryptionKeys.importKey", s -> s.admin().encryptionKeys().importKey(Keyring.key("new", ""))),
                of(
                        "EncryptionKeys.importFormer",
                        s -> s.admin().encryptionKeys().importFormer(Keyring.key("new", ""))),
                of("EncryptionKeys.makeCurrent", s -> s.admin().encryptionKeys().makeCurrent(s.encryptionKey())),
                of("EncryptionKeys.retire", s -> s.admin().encryptionKeys().retire(s.encryptionKey())),
                reading("ResellersAdmin.support", s -> s.admin().resellers().support()),
                of(
                        "ResellersAdmin.save",
                        s -> s.admin()
                                .resellers()
                                .save(s.center().admin().resellers().support())),
                reading("PricingAdmin.inForce", s -> s.admin().pricing().inForce()),
                of("PricingAdmin.standard", s -> s.admin().pricing().standard(PRICE, Optional.empty())),
                of("PricingAdmin.endStandard", s -> s.admin().pricing().endStandard(Optional.empty())),
                of("PricingAdmin.custom", s -> s.admin().pricing().custom(s.aReseller(), PRICE, Optional.empty())),
                of("PricingAdmin.endCustom", s -> s.admin().pricing().endCustom(s.aReseller(), Optional.empty())),
                reading("PricingAdmin.history", s -> s.admin().pricing().history(Optional.of(s.aReseller()))),
                reading("PricingAdmin.zone()", s -> s.admin().pricing().zone()),
                of("PricingAdmin.zone(ZoneId)", s -> s.admin().pricing().zone(ZoneOffset.UTC)),
                reading(
                        "StatementsAdmin.charges(ResellerId,BillingPeriod,Optional)",
                        s -> s.admin().statements().charges(s.aReseller(), Stage.FEBRUARY, Optional.empty())),
                of("StatementsAdmin.preview", s -> s.admin().statements().preview(s.aReseller(), Stage.FEBRUARY)),
                of(
                        "StatementsAdmin.correct",
                        s -> s.admin().statements().correct(s.aReseller(), PRICE.each(), "Hi", "key")),
                of("StatementsAdmin.issue", s -> s.admin().statements().issue(s.aReseller(), Stage.FEBRUARY)),
                reading("StatementsAdmin.all", s -> s.admin().statements().all(s.aReseller(), Optional.empty())),
                of("StatementsAdmin.get", s -> s.admin().statements().get(s.statement())),
                of(
                        "StatementsAdmin.charges(StatementId,Optional)",
                        s -> s.admin().statements().charges(s.statement(), Optional.empty())),
                writing(
                        "StatementsAdmin.export",
                        (s, out) -> s.admin().statements().export(s.statement(), out)),
                reading("BillingAdmin.orders", s -> s.admin().billing().orders(Optional.empty(), Optional.empty())),
                of("BillingAdmin.retry", s -> s.admin().billing().retry(s.stuckOrder())),
                of("BillingAdmin.giveUp", s -> s.admin().billing().giveUp(s.stuckOrder(), "Hi")),
                writing("BillingAdmin.export", (s, out) -> s.admin().billing().export(Stage.FEBRUARY, out)),
                reading("Erasure.preview", s -> s.admin().erasure().preview(Person.account(s.account()))),
                of("Erasure.erase", s -> s.admin().erasure().erase(Person.account(s.account()))),
                reading("Erasure.state", s -> s.admin().erasure().state(s.erasure())),
                reading("Erasure.tickets", s -> s.admin().erasure().tickets(s.erasure(), Optional.empty())),
                reading("Erasure.all", s -> s.admin().erasure().all()),
                reading("Mailroom.state", s -> s.mailroom().state()),
                reading("Mailroom.taken", s -> s.mailroom().taken(Long.MAX_VALUE)),
                writing("Mailroom.original", (s, out) -> s.mailroom().original(s.incomingMail(), out)),
                of("Mailroom.replay", s -> s.mailroom().replay(s.incomingMail())),
                of("Mailroom.discard", s -> s.mailroom().discard(s.incomingMail())),
                reading("Mailroom.bounced", s -> s.mailroom().bounced()),
                of("Mailroom.clearBounce", s -> s.mailroom().clearBounce(s.bounced())),
                of("Mailroom.retry", s -> s.mailroom().retry(s.outgoingMail())));
    }
}
