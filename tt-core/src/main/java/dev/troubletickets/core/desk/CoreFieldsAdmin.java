// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.fields.FieldLaws;
import dev.troubletickets.core.work.FieldBook;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.desk.FieldsAdmin;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.fields.CustomField;
import dev.troubletickets.fields.SavedFields;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import java.util.List;
import java.util.function.Function;

final class CoreFieldsAdmin implements FieldsAdmin {
    private final Desks desks;
    private final StaffId id;

    CoreFieldsAdmin(Desks desks, StaffId id) {
        this.desks = desks;
        this.id = id;
    }

    @Override
    public List<CustomField> all() {
        return permitted(scope -> scope.installation().fields());
    }

    @Override
    public void save(List<CustomField> fields) {
        List<CustomField> saved = List.copyOf(fields);
        permitted(scope -> {
            FieldLaws.save(scope, saved);
            return true;
        });
    }

    @Override
    public SavedFields saved() {
        return permitted(scope -> new SavedFields(
                FieldBook.version(scope.stores()), scope.installation().fields()));
    }

    @Override
    public void save(SavedFields edited) {
        permitted(scope -> {
            if (FieldBook.version(scope.stores()) != edited.version()) {
                throw new NotPermitted(Refusal.SAVED_BY_ANOTHER);
            }
            FieldLaws.save(scope, edited.fields());
            return true;
        });
    }

    private <T> T permitted(Function<Scope, T> useCase) {
        return desks.work.administer(scope -> {
            desks.access.staff(scope, id).require(Permission.SETTINGS);
            return useCase.apply(scope);
        });
    }
}
