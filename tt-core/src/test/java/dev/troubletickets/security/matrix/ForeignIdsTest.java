// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.erasure.ErasureId;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.messages.PrivateMessageId;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.search.SavedSearchId;
import dev.troubletickets.security.matrix.Id.Whose;
import dev.troubletickets.settings.PredefinedReplyId;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.InclusionId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Threats 12 and 26: whatever id a call takes, one that is another's and one that is nobody's end alike. */
@Tag("B2")
@Tag("E3")
class ForeignIdsTest {
    private static final Map<Class<?>, Set<Id>> SORTS = Map.ofEntries(
            Map.entry(TicketId.class, EnumSet.of(Id.TICKET)),
            Map.entry(TicketRef.class, EnumSet.of(Id.TICKET)),
            Map.entry(MessageId.class, EnumSet.of(Id.MESSAGE, Id.NOTE)),
            Map.entry(InclusionId.class, EnumSet.of(Id.MESSAGE, Id.NOTE)),
            Map.entry(AttachmentId.class, EnumSet.of(Id.ATTACHMENT)),
            Map.entry(AccountId.class, EnumSet.of(Id.ACCOUNT)),
            Map.entry(OperationId.class, EnumSet.of(Id.OPERATION)),
            Map.entry(ScheduledId.class, EnumSet.of(Id.SCHEDULED)),
            Map.entry(BulkJobId.class, EnumSet.of(Id.BULK_JOB)),
            Map.entry(PredefinedReplyId.class, EnumSet.of(Id.PREDEFINED_REPLY)),
            Map.entry(SavedSearchId.class, EnumSet.of(Id.SAVED_SEARCH)),
            Map.entry(TaskId.class, EnumSet.of(Id.TASK)),
            Map.entry(PrivateMessageId.class, EnumSet.of(Id.PRIVATE_MESSAGE)),
            Map.entry(ArticleId.class, EnumSet.of(Id.ARTICLE)),
            Map.entry(ArticleCategoryId.class, EnumSet.of(Id.ARTICLE_CATEGORY)),
            Map.entry(ResellerId.class, EnumSet.of(Id.RESELLER)),
            Map.entry(BillingOrderId.class, EnumSet.of(Id.BILLING_ORDER)),
            Map.entry(StatementId.class, EnumSet.of(Id.STATEMENT)),
            Map.entry(ErasureId.class, EnumSet.of(Id.ERASURE)),
            Map.entry(QueueId.class, EnumSet.of(Id.QUEUE)),
            Map.entry(StaffId.class, EnumSet.of(Id.TECHNICIAN)));

    /** To whom what is another's is the same as nothing, without an error; so are all criteria of searches. */
    private static final Set<String> TELL_NOTHING = Set.of(
            "TICKET of Favourites.remove",
            "TICKET of BulkActions.start(Set,BulkAction)",
            "ACCOUNT of StaffDesk.ticketsOf",
            "RESELLER of PricingAdmin.history",
            "QUEUE of RulesAdmin.toJson",
            "TECHNICIAN of RulesAdmin.toJson",
            "TECHNICIAN of Watching.remove",
            "TECHNICIAN of Collaborating.dismiss");

    static Stream<Operation> operations() {
        return Operation.all();
    }

    static Stream<CommandIds.Use> alsoWithinCommands() {
        return Stream.concat(
                operations().map(operation -> new CommandIds.Use("parameters", operation)), CommandIds.all().stream());
    }

    @ParameterizedTest
    @MethodSource("alsoWithinCommands")
    @Tag("E4")
    void anIdOfAnothersEndsAsOneOfNobodys(CommandIds.Use use) {
        Operation operation = use.operation();
        Scene scene = Scene.plain(actor(operation));
        Set<Permission> held = EnumSet.complementOf(Stage.SEE_ALL);
        Law.rule(operation).permission().ifPresent(held::add);
        for (Id.Use id : asked(operation, scene)) {
            Ending nowhere = Ending.of(operation, Stage.of(scene, held, id, Whose.NOWHERE));
            boolean tellsNothing = tellsNothing(id, use);
            assertThat(nowhere.failure())
                    .as("%s of nobody's", id)
                    .matches(failure -> tellsNothing
                            ? failure.isEmpty()
                            : failure.filter(it -> it instanceof NotFound || it instanceof Invalid)
                                    .isPresent());
            boolean compared = tellsNothing && id.sort() != Id.TECHNICIAN && id.sort() != Id.RESELLER;
            if (compared || isSomebodys(id.sort(), operation)) {
                Ending foreign = Ending.of(operation, Stage.of(scene, held, id, Whose.FOREIGN));
                assertThat(foreign.words()).as("%s of another's", id).isEqualTo(nowhere.words());
                assertThat(foreign.failure().map(Throwable::getCause)).isEmpty();
            }
        }
    }

    /** What comes of a call: its failure, or what it shows. */
    private record Ending(Optional<RuntimeException> failure, String shown) {
        static Ending of(Operation operation, Stage stage) {
            try {
                return new Ending(Optional.empty(), String.valueOf(operation.tryOn(stage)));
            } catch (RuntimeException thrown) {
                return new Ending(Optional.of(thrown), "");
            }
        }

        String words() {
            return failure.map(RuntimeException::toString)
                    .orElse(shown.replaceAll("\\[part=QUEUE, value=\\d+]", "[the queue that was asked for]"));
        }
    }

    private static boolean tellsNothing(Id.Use id, CommandIds.Use use) {
        boolean searched = use.place().startsWith("Search.") && id.sort() != Id.SAVED_SEARCH;
        return searched || TELL_NOTHING.contains(id + " of " + use.operation());
    }

    /** All staff may name every queue and technician, and who looks after the mail sees all of it. Staff open tickets for every account; who writes the knowledge base sees all of it, and all staff see its categories. */
    private static boolean isSomebodys(Id id, Operation operation) {
        return switch (id) {
            case QUEUE, TECHNICIAN, MAIL, RESELLER, ERASURE -> false;
            case BILLING_ORDER -> operation.name().startsWith("CustomerBilling");
            case STATEMENT -> operation.name().startsWith("ResellerStatements");
            case ACCOUNT -> operation.name().startsWith("ResellerDesk");
            case ARTICLE -> Law.rule(operation).permission().isEmpty();
            case ARTICLE_CATEGORY -> operation.name().startsWith("PublicKnowledge");
            default -> true;
        };
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyIdThatACallTakesIsTried(Operation operation) {
        List<Class<?>> ids = IdSlots.parameters(PublicOperations.all().get(operation.name()));
        assertThat(SORTS.keySet()).containsAll(ids);

        assertThat(ids)
                .allSatisfy(type -> assertThat(asked(operation, type))
                        .as("ids of the type %s", type.getSimpleName())
                        .isGreaterThanOrEqualTo(Collections.frequency(ids, type)));
    }

    @Test
    void everyIdWithinACommandIsTried() {
        Set<String> tried =
                CommandIds.all().stream().map(CommandIds.Use::toString).collect(Collectors.toCollection(TreeSet::new));
        Set<String> slots = new TreeSet<>();
        PublicOperations.all()
                .forEach((name, method) ->
                        IdSlots.within(method).forEach(slot -> slots.add(name + " with " + slot.place())));

        assertThat(tried).isEqualTo(slots);
    }

    @ParameterizedTest
    @MethodSource("dev.troubletickets.security.matrix.CommandIds#all")
    void itIsTriedInItsPlace(CommandIds.Use use) {
        Method method = PublicOperations.all().get(use.operation().name());
        Class<?> type = IdSlots.within(method).stream()
                .filter(slot -> slot.place().equals(use.place()))
                .findFirst()
                .orElseThrow()
                .type();

        assertThat(asked(use.operation(), type)).isGreaterThan(Collections.frequency(IdSlots.parameters(method), type));
    }

    /** How many ids of the type are asked for. */
    private static long asked(Operation operation, Class<?> type) {
        return asked(operation, Scene.plain(actor(operation))).stream()
                .filter(use -> SORTS.get(type).contains(use.sort()))
                .count();
    }

    @Test
    void somethingIsThere() {
        assertThat(Operation.all()
                        .flatMap(operation -> asked(operation, Scene.plain(actor(operation))).stream())
                        .map(Id.Use::sort)
                        .collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Id.class));
    }

    /** Who may do it, and does not see everything, where there is such a person. */
    private static Who actor(Operation operation) {
        if (operation.face() != Operation.Face.STAFF) {
            return operation.face() == Operation.Face.CUSTOMER ? Who.OWNER : Who.RESELLER;
        }
        boolean mainAdministratorsAlone = Law.says(operation, Scene.plain(Who.ENTITLED)) == Outcome.REFUSED
                && Law.says(operation, Scene.plain(Who.MAIN_ADMINISTRATOR)) == Outcome.DONE;
        return mainAdministratorsAlone ? Who.MAIN_ADMINISTRATOR : Who.ENTITLED;
    }

    private static List<Id.Use> asked(Operation operation, Scene scene) {
        Stage stage = Stage.of(scene);
        Ending.of(operation, stage);
        return stage.asked();
    }
}
