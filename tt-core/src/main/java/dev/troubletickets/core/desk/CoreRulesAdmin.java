// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.work.RuleJson;
import dev.troubletickets.core.work.Rulebook;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.desk.RulesAdmin;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.RuleSet;
import java.util.function.Function;

final class CoreRulesAdmin implements RulesAdmin {
    private final Desks desks;
    private final StaffId id;

    CoreRulesAdmin(Desks desks, StaffId id) {
        this.desks = desks;
        this.id = id;
    }

    @Override
    public RuleSet current() {
        return desks.work.administer(permitted(scope -> scope.rulebook().rules()));
    }

    @Override
    public void save(RuleSet rules) {
        desks.work.administer(permitted(scope -> {
            Rulebook.save(scope.stores(), rules);
            return true;
        }));
    }

    @Override
    public String toJson(RuleSet rules) {
        return desks.work.read(permitted(scope -> RuleJson.pretty(rules)));
    }

    @Override
    public RuleSet parse(String json) {
        return desks.work.read(permitted(scope -> RuleJson.parse(json)));
    }

    private <T> Function<Scope, T> permitted(Function<Scope, T> useCase) {
        return scope -> {
            desks.access.staff(scope, id).require(Permission.RULES);
            return useCase.apply(scope);
        };
    }
}
