// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.bulk.BulkJob;
import dev.troubletickets.bulk.BulkJobId;
import dev.troubletickets.bulk.BulkOutcome.Result;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.Export;
import dev.troubletickets.search.ExportColumn;
import dev.troubletickets.search.ExportResult;
import dev.troubletickets.search.Period;
import dev.troubletickets.search.SavedSearch.Content;
import dev.troubletickets.search.SavedSearchId;
import dev.troubletickets.search.Search;
import dev.troubletickets.search.SearchPage;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingSnippetsTest {
    private final SupportCenter center = Panel.center();
    private final StaffDesk tom = center.staff(StaffId.of("tom"));
    private final TicketId id =
            center.customer(AccountId.of("jane")).open(NewTicket.of("Mail bounces", "Since this morning."));

    @Test
    void aSearchOfSeveralParts() {
        Instant monday = Instant.EPOCH;
        // region: search
        tom.change(id, Edit.addTags("mail", "vip"));

        Search search = Search.everything()
                .title("bounces")
                .tags(Tag.of("vip"))
                .created(Period.since(monday))
                .orUnassigned();
        SearchPage page = tom.search().find(search, TicketSort.descending(Column.CREATED), Optional.empty());
        // page.tickets(), page.total(), page.next()
        // endregion
        assertThat(page.tickets()).hasSize(1);
        assertThat(page.total()).isEqualTo(1);
    }

    @Test
    void theWordsOfAConversation() {
        // region: words
        Search words = Search.everything().text("bounces morning");
        TicketSort bestFirst = TicketSort.descending(Column.RELEVANCE);
        SavedSearchId saved = tom.search().saved().save(Content.of("Bounces", words, bestFirst)); // or .forAllStaff()

        SearchPage page = tom.search().saved().run(saved, Optional.empty());
        // endregion
        assertThat(page.tickets()).extracting(StaffTicketRow::id).containsExactly(id);
    }

    @Test
    void aFileOfWhatIsFound() {
        Search search = Search.everything().title("bounces");
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        boolean userHasLeft = false;
        // region: export
        Export export = Export.csv(ExportColumn.NUMBER, ExportColumn.SUBJECT, ExportColumn.STATUS); // or Export.json(…)
        ExportResult result = tom.search().export(search, export, response, written -> !userHasLeft);
        // endregion
        assertThat(result).isEqualTo(new ExportResult(1, true));
        assertThat(response.toString(StandardCharsets.UTF_8)).contains("1,Mail bounces,NEW");
    }

    @Test
    void manyTicketsAtOnce() {
        StringBuilder html = new StringBuilder();
        Search search = Search.everything().title("bounces");
        // region: bulk
        BulkJobId job = tom.bulk().start(search, BulkAction.close()); // or a Set<TicketId>

        BulkJob state = tom.bulk().state(job); // whenever the page asks
        html.append(state.settled()).append(" of ").append(state.tickets());
        tom.bulk()
                .outcomes(job, Optional.of(Result.REFUSED), Optional.empty())
                .outcomes()
                .forEach(each -> html.append(each.ticket())
                        .append(": ")
                        .append(each.refusal().orElseThrow().message()));
        // endregion
        center.background().runDue();
        assertThat(tom.bulk().state(job).count(Result.DONE)).isEqualTo(1);
    }
}
