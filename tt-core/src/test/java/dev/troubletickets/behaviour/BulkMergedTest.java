// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome;
import dev.troubletickets.bulk.BulkOutcome.Result;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.search.Export;
import dev.troubletickets.search.ExportColumn;
import dev.troubletickets.search.Search;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketSort;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mass actions and exports where tickets are merged (C4, C5, A12). */
class BulkMergedTest extends BehaviourTest {
    private final TicketId offer = jane.open(NewTicket.of("Cheap watches", "Buy!"));
    private final TicketId question = jane.open(NewTicket.of("Mail bounces", "All my mail bounces."));

    @Test
    @Tag("A12")
    @Tag("C5")
    void whatATicketIsMergedIntoBeforeItsTurnIsLeftAlone() {
        BulkJobId chosen = anna.bulk().start(Set.of(offer), BulkAction.delete());
        BulkJobId found = anna.bulk().start(Search.everything().title("watches"), BulkAction.close());
        anna.bulk().work(found);
        anna.linking().merge(offer, question);
        center.run();

        assertThat(outcomes(chosen)).containsExactly(BulkOutcome.refused(offer, Refusal.MERGED));
        assertThat(outcomes(found)).containsExactly(BulkOutcome.refused(offer, Refusal.MERGED));
        assertThat(anna.ticket(question).header().status().isActive()).isTrue();
        assertThat(anna.ticket(question).messages()).hasSize(2);
    }

    @Test
    @Tag("A12")
    @Tag("C4")
    @Tag("C5")
    void theNumberOfAMergedTicketIsFoundExportedAndActedUponAlike() {
        anna.linking().merge(offer, question);
        Search byNumber = Search.everything().tickets(offer);

        assertThat(anna.search()
                        .find(byNumber, TicketSort.ascending(TicketSort.Column.ID), Optional.empty())
                        .tickets())
                .extracting(StaffTicketRow::id)
                .containsExactly(question);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        anna.search().export(byNumber, Export.csv(ExportColumn.NUMBER), file, written -> true);
        assertThat(file.toString(StandardCharsets.UTF_8).lines()).containsExactly("number", question.value() + "");
        BulkJobId job = anna.bulk().start(byNumber, BulkAction.tag("x"));
        center.run();
        assertThat(outcomes(job)).containsExactly(BulkOutcome.of(question, Result.DONE));
    }

    private List<BulkOutcome> outcomes(BulkJobId job) {
        return anna.bulk().outcomes(job, Optional.empty(), Optional.empty()).outcomes();
    }
}
