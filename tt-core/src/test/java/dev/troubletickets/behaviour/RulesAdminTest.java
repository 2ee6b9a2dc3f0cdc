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
import dev.troubletickets.settings.Category;
import dev.troubletickets.settings.Handling;
import dev.troubletickets.settings.RuleSet;
import dev.troubletickets.settings.SavedRules;
import dev.troubletickets.settings.SubmissionRule;
import dev.troubletickets.settings.WeightRule;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.Locale;
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
                    new WeightRule("Everybody", Condition.always(), -1))
            .withSubmission(
                    SubmissionRule.of(
                            "All there is",
                            Condition.contains(Fact.TEXT, "urgent"),
                            Handling.nothing()
                                    .queue(QueueId.of(1))
                                    .assignee(Cast.KATE)
                                    .priority(0)
                                    .weight(-7)
                                    .tags("VIP", "ü")
                                    .onHold()
                                    .reply(Wording.of("Hello {{name}},\n\"soon\"")
                                            .in(Locale.GERMAN, "Hallo {{name}}")
                                            .in(Locale.forLanguageTag("pt-BR"), "Olá"))),
                    SubmissionRule.stopping("The rest", Condition.always()));

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
                "{'weights':[],'weights':[]} | rules | is not JSON",
                "{'submission':[{'name':'a','condition':{'all':[]},'then':{'queu':1}}]} | rules.submission[0].then | has no field queu",
                "{'submission':[{'name':'a','condition':{'all':[]},'then':{'queue':0}}]} | rules.submission[0].then | a queue's id",
                "{'submission':[{'name':'a','condition':{'all':[]},'then':{'queue':'1'}}]} | rules.submission[0].then.queue |"
                        + " is not a whole number",
                "{'submission':[{'name':'a','condition':{'all':[]},'then':{'priority':101}}]} | rules.submission[0].then | 0 to 100",
                "{'submission':[{'name':'a','condition':{'all':[]},'then':{'tags':['a b']}}]} | rules.submission[0].then | a tag is",
                "{'submission':[{'name':'a','condition':{'all':[]},'then':{'hold':1}}]} | rules.submission[0].then.hold |"
                        + " neither true nor false",
                "{'submission':[{'name':'a','condition':{'all':[]},'then':{'reply':{'text':'Hi','translations':{'d_e':'Ja'}}}}]} |"
                        + " rules.submission[0].then.reply | BCP 47",
                "{'submission':[{'name':'a','condition':{'all':[]},'then':{'reply':{'text':'Hi','translations':{'de':7}}}}]} |"
                        + " rules.submission[0].then.reply.translations.de | is not a text",
                "{'submission':[{'name':'a','condition':{'all':[]},'then':{'reply':{'text':'Hi','de':'Ja'}}}]} |"
                        + " rules.submission[0].then.reply | has no field de",
                "{'submission':[{'name':'a','condition':{'all':[]}}]} | rules.submission[0] | a rule does something",
                "{'submission':[{'name':'a','condition':{'all':[]},'stop':true},{'name':'b','condition':{'all':[]},'stop':true}]} |"
                        + " rules | b is never reached: a stops every ticket",
                "{'submission':[{'name':'a','condition':{'any':[{'all':[{'fact':'plan','at_least':1}]}]},'stop':true}]} |"
                        + " rules.submission[0].condition.any[0].all[0] | plan is no number",
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
        assertThatThrownBy(() -> new RuleSet(many, List.of())).hasMessageContaining("at most 200");

        List<Condition> parts = java.util.Collections.nCopies(150, Condition.is(Fact.PLAN, "x"));
        SubmissionRule[] large = IntStream.range(0, 14)
                .mapToObj(i -> SubmissionRule.of(
                        "rule " + i,
                        new Condition.All(parts),
                        Handling.nothing().weight(1)))
                .toArray(SubmissionRule[]::new);
        assertThatThrownBy(() -> RuleSet.none().withSubmission(large)).hasMessageContaining("at most 2000 parts");

        RuleSet full = new RuleSet(many.subList(1, many.size()), List.of());
        rules.save(full);
        assertThat(rules.current()).isEqualTo(full);
    }

    @Tag("B10")
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'then':{'queue':999}} | then.queue | no such queue",
                "{'then':{'assignee':'nobody'}} | then.assignee | no such technician",
                "{'then':{'assignee':'nick'}} | then.assignee | no staff profile",
                "{'then':{'queue':QUEUE,'assignee':'kate'}} | then.assignee | not entitled",
                "{'then':{'reply':'Hi {{nme}}'}} | then.reply | no placeholder {{nme}}",
                "{'then':{'reply':{'text':'Hi','translations':{'de':'{{nme}}'}}}} | then.reply | no placeholder {{nme}}",
                "{'stop':true,'condition':{'not':{'fact':'category','is':['Invoices','Nonsense']}}} | condition |"
                        + " there is no category Nonsense",
                "{'stop':true,'condition':{'fact':'queue','is':['QUEUE','999']}} | condition | there is no queue 999",
            })
    void whatIsNotThereIsRefusedWhenRulesAreSaved(String rule, String field, String problem) {
        QueueId servers = center.queue("Servers", Cast.JOHN);
        center.settings(s -> s.withCategories(Category.of("invoices")));
        String text =
                rule.strip().replace("QUEUE", Long.toString(servers.value())).replace('\'', '"');
        String whole = text.contains("\"condition\"") ? text : text.replaceFirst("\\{", "{\"condition\":{\"all\":[]},");
        RuleSet set =
                rules.parse("{\"submission\":[{\"name\":\"ok\",\"condition\":{\"not\":{\"all\":[]}},\"stop\":true},"
                        + whole.replaceFirst("\\{", "{\"name\":\"bad\",") + "]}");

        Expect.in(center).invalid("rules.submission[1]." + field.strip(), () -> rules.save(set));
        assertThatThrownBy(() -> rules.save(set)).hasMessageContaining(problem.strip());
        assertThat(rules.current()).isEqualTo(RuleSet.none());
    }

    @Test
    @Tag("B10")
    void ofTwoWhoEditTheSameRulesTheSecondIsTold() {
        RulesAdmin other = center.anotherNode().admin().rules();
        SavedRules mine = rules.saved();
        SavedRules theirs = other.saved();
        assertThat(mine.version()).isZero();

        other.save(theirs.with(RULES));

        Expect.in(center).refused(Refusal.SAVED_BY_ANOTHER, () -> rules.save(mine.with(RuleSet.none())));
        assertThat(rules.current()).isEqualTo(RULES);
        rules.save(rules.saved().with(RuleSet.none()));
        assertThat(rules.saved()).isEqualTo(new SavedRules(2, RuleSet.none()));
    }
}
