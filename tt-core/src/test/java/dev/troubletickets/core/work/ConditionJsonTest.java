// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.troubletickets.failure.Invalid;
import dev.troubletickets.rules.Condition;
import dev.troubletickets.rules.Fact;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Conditions as JSON (B10): what is written is read back, and what cannot be taken is refused by its place. */
class ConditionJsonTest {
    private static final Condition GOLD = Condition.all(
            Condition.any(Condition.is(Fact.PLAN, "Gold", "Platinum"), Condition.atLeast(Fact.SPENDING, 10_000)),
            Condition.not(Condition.contains(Fact.SUBJECT, "[no rush] \"\\")));
    private static final String TEXT = """
            {"all":[{"any":[{"fact":"plan","is":["Gold","Platinum"]},{"fact":"spending","at_least":10000}]},\
            {"not":{"fact":"subject","contains":"[no rush] \\"\\\\"}}]}""";

    @Test
    void aConditionIsWrittenAsPeopleWouldAndReadBack() {
        assertThat(Json.write(GOLD)).isEqualTo(TEXT);
        assertThat(Json.read(TEXT, Condition.class)).isEqualTo(GOLD);
    }

    @Test
    void recordsCanHoldConditions() {
        Holder holder = new Holder(List.of(GOLD, Condition.always()));

        assertThat(Json.read(Json.write(holder), Holder.class)).isEqualTo(holder);
    }

    @Tag("B10")
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'fact':'planet','is':['x']} | if.fact | there is no fact planet",
                "{'fact':'plan','is':['x'],'or':3} | if | has no field or",
                "{'all':[{'any':[]}]} | if.all[0] | any of nothing never holds",
                "{'all':[{'not':{'fact':'plan'}}]} | if.all[0].not | is one of all, any, not",
                "{'fact':'plan','is':['x'],'contains':'x'} | if | is one of all, any, not",
                "{'fact':'plan','is':[3]} | if.is[0] | is not a text",
                "{'fact':'plan','is':'x'} | if.is | is not a list",
                "{'fact':'spending','at_least':1.5} | if.at_least | is not a whole number",
                "{'fact':'spending','at_least':99999999999999999999} | if.at_least | is not a whole number",
                "{'fact':'spending','is':['3']} | if | spending is a number",
                "{'fact':null,'is':['3']} | if.fact | is missing",
                "{} | if | is one of all, any, not",
                "[] | if | is not an object",
                "{'not':{'not':{'not':{'not':{'not':{'all':[]}}}}}} | if.not.not.not.not.not | at most 5 levels deep",
            })
    void whatCannotBeTakenIsRefusedByItsPlace(String json, String where, String problem) {
        Invalid invalid = catchThrowableOfType(
                Invalid.class,
                () -> ConditionJson.read(
                        "if", JsonMapper.shared().readTree(json.strip().replace('\'', '"'))));

        assertThat(invalid.field()).isEqualTo(where.strip());
        assertThat(invalid).hasMessageContaining(problem.strip());
    }

    private record Holder(List<Condition> conditions) {}
}
