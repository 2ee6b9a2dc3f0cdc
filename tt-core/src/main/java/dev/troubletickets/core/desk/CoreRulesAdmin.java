// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.page.RuleTrialPages;
import dev.troubletickets.core.rules.RuleChecks;
import dev.troubletickets.core.work.RuleJson;
import dev.troubletickets.core.work.Rulebook;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.desk.RulesAdmin;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.SavedRules;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.RuleTrials;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

final class CoreRulesAdmin extends StaffCalls implements RulesAdmin {
    CoreRulesAdmin(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public RuleSet current() {
        return saved().rules();
    }

    @Override
    public SavedRules saved() {
        return desks.work.administer(permitted((scope, staff) ->
                new SavedRules(scope.rulebook().version(), scope.rulebook().rules())));
    }

    @Override
    public void save(RuleSet rules) {
        desks.work.administer(permitted((scope, staff) -> save(scope, rules)));
    }

    @Override
    public void save(SavedRules edited) {
        desks.work.administer(permitted((scope, staff) -> {
            if (scope.rulebook().version() != edited.version()) {
                throw new NotPermitted(Refusal.SAVED_BY_ANOTHER);
            }
            return save(scope, edited.rules());
        }));
    }

    @Override
    public RuleTrials tryOut(RuleSet rules, Optional<PageToken> from) {
        return desks.work.read(permitted((scope, staff) -> RuleTrialPages.page(scope, staff, rules, from)));
    }

    @Override
    public String toJson(RuleSet rules) {
        return desks.work.read(permitted((scope, staff) -> RuleJson.pretty(rules)));
    }

    @Override
    public RuleSet parse(String json) {
        return desks.work.read(permitted((scope, staff) -> RuleJson.parse(json)));
    }

    private static boolean save(Scope scope, RuleSet rules) {
        RuleChecks.check(scope, rules);
        Rulebook.save(scope.stores(), rules);
        return true;
    }

    private <T> Function<Scope, T> permitted(BiFunction<Scope, Viewer.Staff, T> useCase) {
        return scope -> {
            Viewer.Staff staff = desks.access.staff(scope, id);
            staff.require(Permission.RULES);
            return useCase.apply(scope, staff);
        };
    }
}
