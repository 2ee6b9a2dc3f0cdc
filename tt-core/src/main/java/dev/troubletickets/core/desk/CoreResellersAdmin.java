// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.admin.SupportLaws;
import dev.troubletickets.desk.ResellersAdmin;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.SavedResellerSupport;

final class CoreResellersAdmin extends StaffCalls implements ResellersAdmin {
    CoreResellersAdmin(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public SavedResellerSupport support() {
        return desks.work.administer(scope -> SupportLaws.current(scope, desks.access.staff(scope, id)));
    }

    @Override
    public void save(SavedResellerSupport edited) {
        desks.work.administer(scope -> {
            SupportLaws.save(scope, desks.access.staff(scope, id), edited);
            return true;
        });
    }
}
