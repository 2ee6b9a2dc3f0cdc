// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.rights.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public operation, tried by every kind of actor, in every relation to a ticket in every state, ends as the {@link Law} says. */
@Tag("E3")
@Tag("B2")
class AuthorisationMatrixTest {
    static Stream<Operation> operations() {
        return Stream.of(CustomerOperations.all(), TicketOperations.all(), StaffOperations.all(), AdminOperations.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("operations")
    @Tag("E4")
    @Tag("G10")
    void whoeverActsTheOutcomeIsWhatTheLawSays(Operation operation) {
        List<String> others = new ArrayList<>();
        for (Scene scene : scenes(operation)) {
            Stage stage = Stage.of(scene);
            Outcome outcome = Outcome.of(() -> operation.tryOn(stage));
            if (outcome != Law.says(operation, scene)) {
                others.add(scene + ": " + outcome + ", and not " + Law.says(operation, scene));
            }
        }

        assertThat(others).isEmpty();
    }

    /** Those that a technician with every permission can do. */
    static Stream<Operation> technicians() {
        return operations().filter(operation -> allowed(operation).isPresent());
    }

    private static Optional<Scene> allowed(Operation operation) {
        return Stream.concat(Stream.of(Scene.plain(Who.ENTITLED)), Scene.all().stream())
                .filter(scene -> scene.who() == Who.ENTITLED && Law.says(operation, scene) == Outcome.DONE)
                .findFirst();
    }

    @ParameterizedTest
    @MethodSource("technicians")
    void itTakesThePermissionTheLawNamesAndNoOther(Operation operation) {
        Scene allowed = allowed(operation).orElseThrow();
        EnumSet<Permission> needed = EnumSet.noneOf(Permission.class);
        Law.rule(operation).permission().ifPresent(needed::add);

        assertThat(Outcome.of(() -> operation.tryOn(Stage.of(allowed, needed))))
                .as("with %s alone", needed)
                .isEqualTo(Outcome.DONE);
        assertThat(Outcome.of(() -> operation.tryOn(Stage.of(allowed, EnumSet.complementOf(needed)))))
                .as("with every permission but %s", needed)
                .isEqualTo(needed.isEmpty() ? Outcome.DONE : Outcome.REFUSED);
    }

    @Test
    void everyOperationCanBeDoneBySomebody() {
        assertThat(operations()
                        .filter(operation ->
                                Scene.all().stream().noneMatch(scene -> Law.says(operation, scene) == Outcome.DONE)))
                .isEmpty();
    }

    /** Those without a ticket are tried in one state. */
    private static List<Scene> scenes(Operation operation) {
        Stage stage = Stage.of(Scene.plain(Who.MAIN_ADMINISTRATOR));
        Stage owners = Stage.of(Scene.plain(Who.OWNER));
        Stage resellers = Stage.of(Scene.plain(Who.RESELLER));
        for (Stage each : List.of(stage, owners, resellers)) {
            Outcome.of(() -> operation.tryOn(each));
        }
        boolean ofTicket = Stream.of(stage, owners, resellers)
                .flatMap(each -> each.asked().stream())
                .anyMatch(use -> use.sort().isOfTicket());
        return ofTicket
                ? Scene.all()
                : Arrays.stream(Who.values())
                        .map(Scene::plain)
                        .flatMap(scene -> Stream.of(scene, scene.aside()))
                        .toList();
    }

    @Test
    void everyPublicOperationIsTried() {
        Set<String> tried = operations().map(Operation::name).collect(Collectors.toCollection(TreeSet::new));

        assertThat(tried).isEqualTo(new TreeSet<>(PublicOperations.all().keySet()));
    }

    /** Whoever adds to these says so here, or makes it a desk's with a line in the law. */
    @Test
    void whatIsAskedOfNobodyIsTheHosts() {
        assertThat(PublicOperations.ofTheHost())
                .containsExactlyInAnyOrder(
                        "Background.accountChanged",
                        "Background.receive",
                        "Background.resellersChanged",
                        "Background.runDue",
                        "Background.start",
                        "Background.watch",
                        "EventFeed.advance",
                        "EventFeed.position",
                        "EventFeed.read",
                        "EventFeed.rewind",
                        "IncidentPacks.balance",
                        "IncidentPacks.grant",
                        "IncidentPacks.withdraw",
                        "SupportCenter.publicKey");
    }
}
