// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.ArticleStore;
import dev.troubletickets.spi.storage.TaskData;
import dev.troubletickets.spi.storage.TaskStore;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.tasks.TaskList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What technicians keep besides tickets. */
final class AmongStaff {
    private AmongStaff() {}

    static List<Object> all(UnitOfWork unit) {
        List<Object> all = new ArrayList<>();
        for (TaskList list :
                List.of(TaskList.everybodys(), TaskList.everybodys().done())) {
            for (TaskData task :
                    unit.tasks().list(new TaskStore.Query(list, Cast.JOHN, Instant.EPOCH, Optional.empty(), 1000))) {
                all.add(task);
                all.add(unit.tasks().entries(task.id()));
            }
        }
        for (StaffId staff : List.of(Cast.JOHN, Cast.KATE, Cast.ANNA)) {
            all.add(unit.privateMessages().inbox(staff, Optional.empty(), 1000));
            all.add(unit.privateMessages().sent(staff, Optional.empty(), 1000));
        }
        all.add(unit.customerComments().find(Cast.JANE.id()));
        all.add(unit.articles().categories());
        for (ArticleStore.Category category : unit.articles().categories()) {
            all.add(unit.articles().list(category.id(), ArticleStore.Sight.EDITORS, Optional.empty(), 1000));
        }
        return all;
    }
}
