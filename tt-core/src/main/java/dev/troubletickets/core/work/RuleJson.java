// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.WeightRule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** Rules as JSON: in the same form where they are kept and where people write them. */
public final class RuleJson {
    private static final int LONGEST = 1_000_000;
    private static final String ROOT = "rules";

    private RuleJson() {}

    public static String pretty(RuleSet rules) {
        return Json.pretty(rules);
    }

    /**
     * @throws Invalid if it is no rule set, and says where
     * @throws OverLimit if it is too long
     */
    public static RuleSet parse(String json) {
        if (json.length() > LONGEST) {
            throw new OverLimit("ruleCharacters", LONGEST);
        }
        try {
            return rules(ROOT, Json.tree(json));
        } catch (JacksonException e) {
            throw new Invalid(ROOT, "is not JSON" + place(e.getLocation()));
        }
    }

    static String write(Rulebook book) {
        return Json.write(book);
    }

    static Rulebook book(String text) {
        Fields fields = Fields.of("rulebook", Json.tree(text), "weighing", ROOT);
        return new Rulebook(fields.number("weighing"), fields.one(ROOT, RuleJson::rules));
    }

    private static RuleSet rules(String where, JsonNode node) {
        Fields all = Fields.of(where, node, "weights");
        List<WeightRule> weights = all.has("weights") ? all.list("weights", RuleJson::weight) : List.of();
        return all.make(fields -> new RuleSet(weights));
    }

    private static WeightRule weight(String where, JsonNode node) {
        return Fields.of(where, node, "name", "condition", "points")
                .make(rule -> new WeightRule(
                        rule.text("name"), rule.one("condition", ConditionJson::read), rule.integer("points")));
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null ? "" : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
