// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.work.WordBook;
import dev.troubletickets.desk.SpellingWords;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import java.util.List;

final class CoreSpellingWords extends StaffCalls implements SpellingWords {
    CoreSpellingWords(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public List<String> all() {
        return administer(
                Permission.SETTINGS, scope -> List.copyOf(WordBook.ofAll().load(scope.stores())));
    }

    @Override
    public void add(String word) {
        administer(Permission.SETTINGS, scope -> WordBook.ofAll().add(scope.stores(), word));
    }

    @Override
    public void remove(String word) {
        administer(Permission.SETTINGS, scope -> WordBook.ofAll().remove(scope.stores(), word));
    }
}
