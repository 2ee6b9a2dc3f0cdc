// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.failure.SupportException;
import dev.troubletickets.security.matrix.Id.Whose;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.mail.ParsedMail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Threat 13: of two worlds that differ only in what somebody may not see, everything they can ask for tells the same. */
@Tag("B2")
@Tag("E3")
class NonInterferenceTest {
    /** What is for whoever looks after all the mail or all the money, or erases people from everywhere. */
    private static final Set<String> OF_THE_WHOLE_DESK = Set.of(
            "Mailroom.state",
            "Mailroom.taken",
            "Mailroom.bounced",
            "BillingAdmin.orders",
            "BillingAdmin.export",
            "Erasure.preview",
            "Erasure.state",
            "Erasure.tickets",
            "Erasure.all");

    /** What is left of an account's packs is the account's, like its name: whoever is on the staff may ask. */
    private static final Set<String> OF_ANY_ACCOUNT = Set.of("CustomerBilling.balance of another's " + Id.ACCOUNT);

    /** Something that happens to one of the hidden tickets. */
    record Step(HiddenAct act, int ticket) {}

    @Property(tries = 100)
    void whatNobodyMaySeeChangesNothingTheySee(
            @ForAll("observers") Who who, @ForAll("steps") List<Step> here, @ForAll("steps") List<Step> there) {
        Map<String, String> told = world(who, there);

        assertThat(world(who, here))
                .hasSameSizeAs(told)
                .allSatisfy((question, answer) ->
                        assertThat(told.get(question)).as(question).isEqualTo(answer));
    }

    @Provide
    Arbitrary<Who> observers() {
        return Arbitraries.of(Who.class).filter(who -> who != Who.MAIN_ADMINISTRATOR);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(HiddenAct.class), Arbitraries.integers().between(0, 2))
                .as(Step::new)
                .list()
                .ofMaxSize(12);
    }

    private static Map<String, String> world(Who who, List<Step> steps) {
        Scene scene = Scene.plain(who);
        Stage stage = Stage.of(scene).furnish();
        stage.center()
                .center()
                .administration(Company.CHIEF)
                .changeQueue(stage.hiddenQueue(), QueueSettings.named("Hidden").withIncidents(true));
        steps.forEach(step -> step.act().take(stage, step.ticket()));
        stage.center().after(Duration.ofMinutes(10));
        stage.center().run();
        Map<String, String> told = new TreeMap<>();
        Operation.all()
                .filter(Operation::reads)
                .filter(operation -> !OF_THE_WHOLE_DESK.contains(operation.name()))
                .forEach(operation -> {
                    told.put(operation.name(), told(operation, stage.anew()));
                    for (Id id : Set.copyOf(stage.asked())) {
                        told.put(
                                operation.name() + " of another's " + id,
                                told(operation, stage.with(id, Whose.FOREIGN)));
                    }
                });
        told.keySet().removeAll(OF_ANY_ACCOUNT);
        told.put("mails", mails(stage, who));
        return told;
    }

    private static String told(Operation operation, Stage stage) {
        try {
            return String.valueOf(operation.tryOn(stage));
        } catch (SupportException failure) {
            return failure.toString();
        }
    }

    private static String mails(Stage stage, Who who) {
        StringBuilder all = new StringBuilder();
        stage.center().mail().sent().stream()
                .filter(sent -> sent.accepted().stream()
                        .anyMatch(address -> address.value().startsWith(who.id() + "@")))
                .forEach(sent -> {
                    ParsedMail mail = stage.center().mail().read(sent);
                    all.append(mail.subject()).append(mail.text());
                });
        return all.toString();
    }
}
