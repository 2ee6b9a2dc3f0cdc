// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.erasure.Erasures;
import dev.troubletickets.desk.Erasure;
import dev.troubletickets.erasure.ErasureId;
import dev.troubletickets.erasure.ErasureJob;
import dev.troubletickets.erasure.ErasurePage;
import dev.troubletickets.erasure.ErasurePreview;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.view.PageToken;
import java.util.List;
import java.util.Optional;

final class CoreErasure extends StaffCalls implements Erasure {
    CoreErasure(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public ErasurePreview preview(Person person) {
        return desks.persons.preview(scope -> desks.access.staff(scope, id), person);
    }

    @Override
    public ErasureId erase(Person person) {
        return desks.persons.erase(scope -> desks.access.staff(scope, id), person);
    }

    @Override
    public ErasureJob state(ErasureId erasure) {
        return read((scope, staff) -> Erasures.state(scope, staff, erasure));
    }

    @Override
    public ErasurePage tickets(ErasureId erasure, Optional<PageToken> from) {
        return read((scope, staff) -> Erasures.tickets(scope, staff, erasure, from));
    }

    @Override
    public List<ErasureJob> all() {
        return read(Erasures::all);
    }
}
