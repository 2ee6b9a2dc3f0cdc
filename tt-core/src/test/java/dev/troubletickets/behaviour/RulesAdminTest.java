// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.desk.RulesAdmin;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.WeightRule;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How rules are kept, written and read (B8, B10). */
class RulesAdminTest extends BehaviourTest {
    private static final RuleSet RULES = RuleSet.none()
            .withWeights(
                    new WeightRule(
                            "Gold \"plus\"",
                            Condition.all(
                                    Condition.is(Fact.PLAN, "Gold", "Žlutý"),
                                    Condition.not(Condition.atLeast(Fact.CUSTOMER_AGE_DAYS, 30))),
                            120),
                    new WeightRule("Everybody", Condition.always(), -1));

    private final RulesAdmin rules = center.admin().rules();

    @Test
    @Tag("B8")
    @Tag("E3")
    void rulesNeedAPermissionThatIsNotGivenByDefault() {
        RulesAdmin johns = center.center().administration(Cast.JOHN).rules();

        Expect.in(center).refused(Refusal.PERMISSION_MISSING, johns::current);
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> johns.save(RULES));
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> johns.toJson(RULES));
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> johns.parse("{}"));

        center.admin().give(Cast.JOHN, Permission.RULES);
        johns.save(RULES);
        assertThat(johns.current()).isEqualTo(RULES);
    }

    @Test
    @Tag("B8")
    void thereAreNoneUntilSomeAreSaved() {
        assertThat(rules.current()).isEqualTo(RuleSet.none());

        rules.save(RULES);
        assertThat(center.anotherNode().admin().rules().current()).isEqualTo(RULES);

        rules.save(RuleSet.none());
        assertThat(rules.current()).isEqualTo(RuleSet.none());
    }

    @Test
    @Tag("B10")
    void asJsonTheyComeBackAsTheyWere() {
        assertThat(rules.parse(rules.toJson(RULES))).isEqualTo(RULES);
        assertThat(rules.parse("{}")).isEqualTo(RuleSet.none());
        assertThat(rules.parse(rules.toJson(RuleSet.none()))).isEqualTo(RuleSet.none());
    }

    @Tag("B10")
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'weight':[]} | rules | has no field weight",
                "{'weights':[{'name':'a','condition':{'all':[]}}]} | rules.weights[0].points | is missing",
                "{'weights':[{'name':'a','condition':{'fact':'planet','is':['x']},'points':1}]} |"
                        + " rules.weights[0].condition.fact | there is no fact planet",
                "{'weights':[{'name':' ','condition':{'all':[]},'points':1}]} | rules.weights[0] | a rule's name",
                "{'weights':[{'name':'a','condition':{'all':[]},'points':2000000}]} | rules.weights[0] | at most",
                "{'weights':[{'name':'a','condition':{'all':[]},'points':99999999999}]} | rules.weights[0].points | too large",
                "{'weights':[{'name':'a','condition':{'fact':'text','contains':'x'},'points':1}]} | rules.weights[0] |"
                        + " text is known only while a ticket is being opened",
                "{'weights':[{'name':'a','condition':{'all':[]},'points':1},{'name':'a','condition':{'all':[]},'points':1}]} |"
                        + " rules | a name of its own",
                "{'weights':[ | rules | is not JSON: line 1",
                "{'weights':[]} and more | rules | is not JSON",
                "null | rules | is not an object",
            })
    void whatCannotBeTakenIsRefusedByItsPlace(String json, String field, String problem) {
        assertThatThrownBy(() -> rules.parse(json.strip().replace('\'', '"')))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.field()).isEqualTo(field.strip()))
                .hasMessageContaining(problem.strip());
    }

    @Test
    @Tag("B10")
    void rulesHaveLimits() {
        assertThatThrownBy(() -> rules.parse(" ".repeat(1_000_001))).isInstanceOf(OverLimit.class);
        assertThatThrownBy(() -> rules.parse("[".repeat(900_000))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> rules.parse("{\"weights\":" + "[".repeat(900_000)))
                .isInstanceOf(Invalid.class);
        List<WeightRule> many = IntStream.rangeClosed(1, RuleSet.MOST_RULES + 1)
                .mapToObj(i -> new WeightRule("rule " + i, Condition.always(), i))
                .toList();
        assertThatThrownBy(() -> new RuleSet(many)).hasMessageContaining("at most 200");

        RuleSet full = new RuleSet(many.subList(1, many.size()));
        rules.save(full);
        assertThat(rules.current()).isEqualTo(full);
    }
}
