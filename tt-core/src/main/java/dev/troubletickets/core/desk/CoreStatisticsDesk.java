// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.export.Sheet;
import dev.troubletickets.core.statistics.Reports;
import dev.troubletickets.core.statistics.Sheets;
import dev.troubletickets.desk.StatisticsDesk;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.statistics.Statistics;
import dev.troubletickets.statistics.StatisticsQuery;
import java.io.OutputStream;

final class CoreStatisticsDesk extends StaffCalls implements StatisticsDesk {
    CoreStatisticsDesk(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public Statistics of(StatisticsQuery query) {
        return read((scope, staff) -> Reports.of(scope, staff, query));
    }

    @Override
    public void export(StatisticsQuery query, OutputStream into) {
        Sheet.write(Sheets.of(of(query)), into);
    }
}
