// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.billing;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.export.CsvCells;
import dev.troubletickets.core.money.PricingBook;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.BillingOrder;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Money;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.BillingStore.Place;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a period's orders for accounting, page by page (E6). No unit of work is open while the host's stream takes its time. */
public final class OrderExport {
    private static final List<String> HEAD = List.of(
            "order",
            "kind",
            "charge",
            "at",
            "account",
            "ticket",
            "amount",
            "currency",
            "words",
            "by",
            "state",
            "reference",
            "failure",
            "settled at");

    private final Work work;

    public OrderExport(Work work) {
        this.work = work;
    }

    /** @param viewer asked for each page, so that who may no longer see it gets no further */
    public void write(Function<Scope, Viewer.Staff> viewer, BillingPeriod period, OutputStream into) {
        List<BilledOrder> page = work.read(scope -> page(scope, viewer, period, null));
        try {
            Writer out = new BufferedWriter(new OutputStreamWriter(into, StandardCharsets.UTF_8));
            out.write(CsvCells.line(HEAD));
            while (!page.isEmpty()) {
                for (BilledOrder order : page) {
                    out.write(line(order));
                }
                out.flush();
                BillingOrder last = page.get(page.size() - 1).order();
                page = work.read(scope -> page(scope, viewer, period, new Place(last.at(), last.id())));
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the target of an export failed", e);
        }
    }

    private static List<BilledOrder> page(
            Scope scope, Function<Scope, Viewer.Staff> viewer, BillingPeriod period, @Nullable Place after) {
        viewer.apply(scope).require(Permission.BILLING);
        ZoneId zone = PricingBook.zone(scope.stores());
        return scope.stores().billing().between(period.start(zone), period.end(zone), after, Orders.PAGE);
    }

    private static String line(BilledOrder billed) {
        BillingOrder order = billed.order();
        Money amount = billed.isCharge() ? order.amount() : order.amount().negate();
        return CsvCells.line(Arrays.<@Nullable Object>asList(
                order.id().value(),
                order.kind().name(),
                order.charge().map(BillingOrderId::value).orElse(null),
                order.at().toString(),
                order.account().value(),
                order.ticket().value(),
                amount.toDecimal(),
                amount.currency().getCurrencyCode(),
                order.words(),
                order.by().value(),
                billed.state().name(),
                billed.reference().orElse(null),
                billed.failure().orElse(null),
                billed.settledAt().map(Instant::toString).orElse(null)));
    }
}
