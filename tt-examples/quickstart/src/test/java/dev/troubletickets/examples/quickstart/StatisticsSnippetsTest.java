// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.statistics.Statistics;
import dev.troubletickets.statistics.StatisticsQuery;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsSnippetsTest {
    private final SupportCenter center = Panel.center();
    private final StaffDesk tom = center.staff(StaffId.of("tom"));

    @Test
    void figuresOfAMonth() {
        center.administration(StaffId.of("ada")).give(StaffId.of("tom"), Permission.STATISTICS);
        List<String> chart = new ArrayList<>();
        // region: statistics
        StatisticsQuery march =
                StatisticsQuery.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), ZoneId.of("Asia/Kolkata"));
        Statistics figures = tom.statistics().of(march);
        figures.basic().firstAnswer().averageWorking(); // in the working time of the queues
        figures.resolution().p90(); // nine of ten were resolved within this
        figures.technicians()
                .forEach(each -> chart.add(each.name() + ": " + each.figures().closed()));
        figures.series()
                .forEach(series ->
                        chart.add(series.name() + " in " + series.name().unit()));
        // endregion
        assertThat(chart).contains("OPENED in COUNT");
    }
}
