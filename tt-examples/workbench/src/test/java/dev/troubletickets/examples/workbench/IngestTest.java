// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mails of every sort in one run, line by line and field by field. */
@Tag("D1")
@Tag("G1")
class IngestTest {
    private static final Run RUN = Run.of(Run.RESOURCES, "ingest", "mails/", "archive.mbox", "--json");

    @Test
    void thereIsALineForEachMessageInTheOrderOfTheirNames() {
        assertThat(RUN.all("file"))
                .containsExactly(
                        "mails/1-question.eml",
                        "mails/2-reply.eml",
                        "mails/3-bounce.eml",
                        "mails/4-holiday.eml",
                        "mails/5-broken.eml",
                        "mails/6-empty.eml",
                        "mails/7-same-bytes.eml",
                        "mails/8-by-another-way.eml",
                        "archive.mbox#1",
                        "archive.mbox#2",
                        "archive.mbox#3");
        assertThat(RUN.code()).isZero();
        assertThat(RUN.err()).isEmpty();
        assertThat(RUN.out()).endsWith("}\n").doesNotContain("\r", "\n\n");
    }

    @Test
    void eachHasAnOutcomeAndWhereItHasOneATicket() {
        assertThat(RUN.all("outcome"))
                .containsExactly(
                        "opened",
                        "appended",
                        "bounce",
                        "automatic",
                        "quarantined",
                        "refused",
                        "refused",
                        "refused",
                        "opened",
                        "appended",
                        "opened");
        assertThat(RUN.all("ticket"))
                .containsExactly("1", "1", "null", "null", "null", "null", "1", "1", "2", "2", "3");
        assertThat(RUN.all("class"))
                .containsExactly(
                        "human",
                        "human",
                        "bounce",
                        "auto_reply",
                        "human",
                        "null",
                        "human",
                        "human",
                        "human",
                        "human",
                        "bulk");
    }

    @Test
    void allFieldsAreThereInTheirOrder() {
        assertThat(RUN.lines())
                .allSatisfy(line -> assertThat(line.propertyNames())
                        .containsExactly(
                                "file",
                                "outcome",
                                "ticket",
                                "class",
                                "from",
                                "fromName",
                                "to",
                                "cc",
                                "subject",
                                "date",
                                "messageId",
                                "text",
                                "visible",
                                "html",
                                "attachments",
                                "bounce",
                                "why"));
    }

    @Test
    void aMailIsReadInFull() {
        assertThat(RUN.line("mails/1-question.eml")).isEqualTo(json("""
                {"file":"mails/1-question.eml","outcome":"opened","ticket":1,"class":"human",
                 "from":"Anna@anna.example","fromName":"Anna Müller",
                 "to":["support@harbour.example","sales@harbour.example"],"cc":["boss@anna.example"],
                 "subject":"Mail kommt nicht an – Hilfe","date":"2026-01-05T08:30:00Z",
                 "messageId":"<question@anna.example>",
                 "text":"Grüße! Since this morning no mail arrives.",
                 "visible":"Grüße! Since this morning no mail arrives.",
                 "html":"<p>Grüße! <b>Since this morning</b> no mail arrives.</p>\\n",
                 "attachments":[{"name":"mail.log","type":"text/x-log","size":19,
                  "sha256":"39de0084b16bbe52da8c30027a20f13d351fc128dc33a38b81c0859278ea356d"}],
                 "bounce":null,
                 "why":["nothing says a machine wrote it","it belongs to no ticket we know","receipt sent"]}"""));
    }

    @Test
    void ofAReplyIsVisibleWhatIsNew() {
        JsonNode reply = RUN.line("mails/2-reply.eml");
        assertThat(reply.path("visible").asString()).isEqualTo("It works again.");
        assertThat(reply.path("text").asString())
                .startsWith("It works again.\n\n-- \nAnna\n\nOn Mon")
                .endsWith("> Please try once more.");
        assertThat(reply.path("html").isNull()).isTrue();
        assertThat(reply.path("attachments")).isEqualTo(json("[]"));
        assertThat(reply.path("cc")).isEqualTo(json("[]"));
        assertThat(reply.path("why").get(1).asString()).contains("known Message-ID");
    }

    @Test
    @Tag("D9")
    void aBounceTellsItsRecipients() {
        JsonNode bounce = RUN.line("mails/3-bounce.eml");
        assertThat(bounce.path("bounce")).isEqualTo(json("""
                {"recipients":[
                 {"address":"gone@elsewhere.example","action":"failed","status":"5.1.1","permanent":true},
                 {"address":"full@elsewhere.example","action":"failed","status":"4.2.2","permanent":false}]}"""));
        assertThat(bounce.path("from").asString()).isEqualTo("MAILER-DAEMON@mx.harbour.example");
        assertThat(bounce.path("fromName").asString()).isEqualTo("Mail Delivery System");
        assertThat(RUN.lines().stream().filter(line -> !line.path("bounce").isNull()))
                .hasSize(1);
    }

    @Test
    void whatCannotBeTakenSaysWhy() {
        assertThat(why("mails/5-broken.eml"))
                .containsExactly("nothing says a machine wrote it", "it has no sender that can be answered");
        assertThat(RUN.line("mails/5-broken.eml").path("text").asString()).contains("no mail at all");
        assertThat(RUN.line("mails/5-broken.eml").path("subject").isNull()).isTrue();
        assertThat(why("mails/6-empty.eml")).containsExactly("it is empty");
        assertThat(RUN.line("mails/6-empty.eml").path("text").isNull()).isTrue();
    }

    @Test
    void aMessageThatCameBeforeIsRefusedAsItsDuplicate() {
        assertThat(why("mails/7-same-bytes.eml"))
                .containsExactly("duplicate of mails/1-question.eml", "it has the same bytes");
        assertThat(why("mails/8-by-another-way.eml")).first().isEqualTo("duplicate of mails/1-question.eml");
        assertThat(RUN.line("mails/8-by-another-way.eml").path("subject"))
                .isEqualTo(RUN.line("mails/1-question.eml").path("subject"));
    }

    @Test
    void anMboxIsReadAsItsMessagesWere() {
        assertThat(RUN.line("archive.mbox#1").path("text").asString())
                .isEqualTo("It has run out.\nFrom now on nothing works.");
        assertThat(RUN.line("archive.mbox#3").path("fromName").asString()).isEqualTo("News");
    }

    private static List<String> why(String file) {
        return RUN.line(file).path("why").values().stream()
                .map(JsonNode::asString)
                .toList();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
