// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.FieldsAdmin;
import dev.troubletickets.fields.CustomField;
import dev.troubletickets.fields.FieldType;
import dev.troubletickets.fields.FieldValue;
import dev.troubletickets.fields.SavedFields;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of fields whose queue is deleted, and of those that two edit at once (B1, G10). */
@Tag("B1")
@Tag("G10")
class FieldsOfQueuesTest extends BehaviourTest {
    private static final CustomField SEATS =
            CustomField.of("seats", "Seats", FieldType.NUMBER).asRequired();
    private static final CustomField DOMAIN = CustomField.of("domain", "Domain", FieldType.TEXT);

    private final FieldsAdmin fields = center.admin().fields();
    private final QueueId servers = center.queue("Servers");
    private final QueueId sales = center.queue("Sales");

    @Test
    void theyPassToTheQueueThatGetsTheTickets() {
        center.settings(s -> s.withCategories(Category.of("Server", servers)));
        fields.save(List.of(SEATS.onlyIn(servers), DOMAIN.onlyIn(servers, sales)));

        center.admin().deleteQueue(servers, QueueDeletion.moveTicketsTo(sales));

        assertThat(fields.all()).containsExactly(SEATS.onlyIn(sales), DOMAIN.onlyIn(sales));
        Expect.in(center)
                .invalid(
                        "fields.seats",
                        () -> jane.open(NewTicket.of("Down", "Help!").category("Server")));
        fields.save(fields.all());
    }

    @Test
    void whoEditsThemMeanwhileIsTold() {
        fields.save(List.of(SEATS.onlyIn(servers)));
        SavedFields mine = fields.saved();

        center.anotherNode().admin().deleteQueue(servers, QueueDeletion.moveTicketsTo(sales));

        Expect.in(center).refused(Refusal.SAVED_BY_ANOTHER, () -> fields.save(mine.with(List.of(DOMAIN))));
        assertThat(fields.all()).containsExactly(SEATS.onlyIn(sales));
    }

    @Test
    void ofTwoWhoEditTheSameFieldsTheSecondIsTold() {
        SavedFields mine = fields.saved();
        FieldsAdmin other = center.anotherNode().admin().fields();
        assertThat(mine).isEqualTo(new SavedFields(0, List.of()));
        other.save(other.saved().with(List.of(DOMAIN)));

        Expect.in(center).refused(Refusal.SAVED_BY_ANOTHER, () -> fields.save(mine.with(List.of(SEATS))));
        fields.save(fields.saved().with(List.of(DOMAIN, SEATS)));

        assertThat(fields.saved()).isEqualTo(new SavedFields(2, List.of(DOMAIN, SEATS)));
    }

    @Test
    void thoseOfItsTicketsAloneGoWithThem() {
        fields.save(List.of(SEATS.onlyIn(servers), DOMAIN.onlyIn(servers, sales)));

        center.admin().deleteQueue(servers, QueueDeletion.deleteTickets());

        assertThat(fields.all()).as("and none becomes one of all tickets").containsExactly(DOMAIN.onlyIn(sales));
        assertThat(jane.newTicketForm().fieldsOf(Optional.empty())).isEmpty();
        fields.save(List.of(DOMAIN.onlyIn(sales), SEATS));
        jane.open(NewTicket.of("Down", "Help!").field("seats", FieldValue.number(1)));
    }
}
