// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.desk.RulesAdmin;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import dev.troubletickets.settings.Handling;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.SubmissionRule;
import dev.troubletickets.settings.WeightRule;
import dev.troubletickets.settings.Wording;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat 22: what calls take has named fields, and what is read from JSON takes none that it does not know. */
@Tag("E3")
class MassAssignmentTest {
    @Test
    void noCallTakesFieldsByTheirNames() {
        Set<String> loose = new TreeSet<>();
        for (Method method : PublicOperations.all().values()) {
            Arrays.stream(method.getParameterTypes())
                    .filter(MassAssignmentTest::isLoose)
                    .forEach(type -> loose.add(method + ": " + type));
        }

        assertThat(loose).isEmpty();
    }

    /** A thing of the api says by its own form what it holds; of others', those that hold one value are taken. */
    private static boolean isLoose(Class<?> type) {
        if (type.getName().startsWith("dev.troubletickets.")) {
            boolean callback = type.isInterface() && type.getMethods().length <= 2;
            return !(type.isRecord()
                    || type.isEnum()
                    || type.isSealed()
                    || type.isArray()
                    || callback
                    || isFinal(type));
        }
        return type == Object.class
                || Map.class.isAssignableFrom(type)
                || type.getName().startsWith("tools.jackson");
    }

    private static boolean isFinal(Class<?> type) {
        return Modifier.isFinal(type.getModifiers());
    }

    @Test
    @Tag("B10")
    void rulesWithAFieldMoreAreRefusedWhereverItStands() {
        RulesAdmin rules = TestCenter.create().admin().rules();
        Condition gold = Condition.is(Fact.PLAN, "Gold");
        String json = rules.toJson(RuleSet.none()
                .withWeights(new WeightRule("Heavy", gold, 5))
                .withSubmission(SubmissionRule.of(
                        "Gold",
                        gold,
                        Handling.nothing().priority(80).reply(Wording.of("Hi").in(Locale.GERMAN, "Hallo")))));
        assertThat(rules.parse(json).submission()).hasSize(1);

        for (int at = json.indexOf('{'); at >= 0; at = json.indexOf('{', at + 1)) {
            String more = json.substring(0, at + 1) + "\"administrator\":true," + json.substring(at + 1);
            assertThatThrownBy(() -> rules.parse(more)).as(more).isInstanceOf(Invalid.class);
        }
    }
}
