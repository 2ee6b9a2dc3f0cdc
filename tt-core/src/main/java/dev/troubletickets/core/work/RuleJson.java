// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.SubmissionRule;
import dev.troubletickets.settings.WeightRule;
import dev.troubletickets.spi.storage.DocumentStore.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return Json.pretty(written(rules));
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
        return Json.write(Map.of("weighing", book.weighing(), ROOT, written(book.rules())));
    }

    static Rulebook book(Document document) {
        Fields fields = Fields.of("rulebook", Json.tree(document.text()), "weighing", ROOT);
        return new Rulebook(document.version(), fields.number("weighing"), fields.one(ROOT, RuleJson::rules));
    }

    private static Map<String, Object> written(RuleSet rules) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("weights", rules.weights());
        fields.put(
                "submission",
                rules.submission().stream().map(SubmissionJson::written).toList());
        return fields;
    }

    private static RuleSet rules(String where, JsonNode node) {
        Fields all = Fields.of(where, node, "weights", "submission");
        List<WeightRule> weights = all.has("weights") ? all.list("weights", RuleJson::weight) : List.of();
        List<SubmissionRule> submission =
                all.has("submission") ? all.list("submission", SubmissionJson::read) : List.of();
        return all.make(fields -> new RuleSet(weights, submission));
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
