// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.money;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.export.CsvCells;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.PriceChange;
import dev.troubletickets.money.Statement;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ChargePage;
import dev.troubletickets.view.PageToken;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a statement for accounting, page by page (E5). No unit of work is open while the host's stream takes its time. */
public final class StatementExport {
    private static final List<String> HEAD = List.of(
            "statement",
            "reseller",
            "from",
            "through",
            "at",
            "kind",
            "ticket",
            "quantity",
            "amount",
            "currency",
            "price",
            "why");

    private final Work work;

    public StatementExport(Work work) {
        this.work = work;
    }

    /** @param viewer asked for each page, so that who may no longer see it gets no further */
    public void write(Function<Scope, Viewer> viewer, StatementId id, OutputStream into) {
        Statement statement = work.read(scope -> StatementPages.statement(scope, viewer.apply(scope), id));
        try {
            Writer out = new BufferedWriter(new OutputStreamWriter(into, StandardCharsets.UTF_8));
            out.write(CsvCells.line(HEAD));
            Optional<PageToken> next = Optional.empty();
            do {
                Optional<PageToken> from = next;
                ChargePage page = work.read(scope -> StatementPages.charges(scope, viewer.apply(scope), id, from));
                for (Charge charge : page.charges()) {
                    out.write(line(statement, charge));
                }
                out.flush();
                next = page.next();
            } while (next.isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException("the target of an export failed", e);
        }
    }

    private static String line(Statement statement, Charge charge) {
        return CsvCells.line(Arrays.<@Nullable Object>asList(
                statement.id().number(),
                statement.id().reseller().value(),
                statement.period().from().toString(),
                statement.period().through().toString(),
                charge.at().toString(),
                charge.kind().name(),
                charge.ticket().map(TicketId::value).orElse(null),
                charge.quantity(),
                charge.amount().toDecimal(),
                charge.amount().currency().getCurrencyCode(),
                charge.why()
                        .price()
                        .flatMap(PriceChange::price)
                        .map(Object::toString)
                        .orElse(null),
                charge.why().words()));
    }
}
