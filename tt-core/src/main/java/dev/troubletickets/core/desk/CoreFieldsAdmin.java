// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.fields.FieldLaws;
import dev.troubletickets.core.work.FieldBook;
import dev.troubletickets.desk.FieldsAdmin;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.fields.CustomField;
import dev.troubletickets.fields.SavedFields;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import java.util.List;

final class CoreFieldsAdmin extends StaffCalls implements FieldsAdmin {
    CoreFieldsAdmin(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public List<CustomField> all() {
        return administer(Permission.SETTINGS, scope -> scope.installation().fields());
    }

    @Override
    public void save(List<CustomField> fields) {
        List<CustomField> saved = List.copyOf(fields);
        administer(Permission.SETTINGS, scope -> {
            FieldLaws.save(scope, saved);
            return true;
        });
    }

    @Override
    public SavedFields saved() {
        return administer(
                Permission.SETTINGS,
                scope -> new SavedFields(
                        FieldBook.version(scope.stores()), scope.installation().fields()));
    }

    @Override
    public void save(SavedFields edited) {
        administer(Permission.SETTINGS, scope -> {
            if (FieldBook.version(scope.stores()) != edited.version()) {
                throw new NotPermitted(Refusal.SAVED_BY_ANOTHER);
            }
            FieldLaws.save(scope, edited.fields());
            return true;
        });
    }
}
