// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.core.work.WordBook;
import dev.troubletickets.desk.SpellingWords;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import java.util.List;
import java.util.function.Function;

final class CoreSpellingWords implements SpellingWords {
    private final Desks desks;
    private final StaffId id;

    CoreSpellingWords(Desks desks, StaffId id) {
        this.desks = desks;
        this.id = id;
    }

    @Override
    public List<String> all() {
        return administer(scope -> List.copyOf(WordBook.ofAll().load(scope.stores())));
    }

    @Override
    public void add(String word) {
        administer(scope -> WordBook.ofAll().add(scope.stores(), word));
    }

    @Override
    public void remove(String word) {
        administer(scope -> WordBook.ofAll().remove(scope.stores(), word));
    }

    private <T> T administer(Function<Scope, T> useCase) {
        return desks.work.administer(scope -> {
            desks.access.staff(scope, id).require(Permission.SETTINGS);
            return useCase.apply(scope);
        });
    }
}
