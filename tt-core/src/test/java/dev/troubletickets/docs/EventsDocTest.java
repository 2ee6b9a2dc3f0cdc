// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.core.feed.EventSchema;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code docs/events.md} says what form each event has in the feed, and a form that changes has a new version. */
@Tag("G4")
class EventsDocTest {
    private static final String PAGE = "docs/events.md";
    private static final String SOURCE = "tt-api/src/main/java/dev/troubletickets/event/TicketEvent.java";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\d+) \\| (.*?) \\| ");
    private static final String HEAD = """
        # Events

        Made from the code. Change the code, not this file.

        `SupportCenter.events()` tells each of these once (G4), as a record of `TicketEvent` and as one JSON object:

        ```json
        {"version":1,"type":"TicketPickedUp","cursor":"e17","at":"2026-03-02T09:00:00Z","ticket":7,"actor":{"staff":"john"},"data":{}}
        ```

        `version` is that of the type's form in `data`; it rises when a field is added, changed or left out, and a test sees to that. A new type
        may come with any version of the library, and so may a new word where a field holds one of several: pass over what you do not know.
        `cursor` is the event's place, and tells a repeated event from a new one. `actor` is one of
        `{"customer": …}`, `{"sender": …}` (an address), `{"staff": …}`, `{"reseller": …}`, `{"system": true}`. Where the ticket was deleted for
        good since, `actor` and `data` are null. The words of notes are in no event, nor is what a message said before it was corrected, nor a
        summary.

        A *time* is ISO 8601 in UTC, a *duration* ISO 8601 such as `PT1H30M`, a *date* `2026-03-02`; a *message* is named `7-2` (the second
        public message of ticket 7) or `7-n2` (its second note), an *operation* `7-3` by ticket and version. Other ids are
        plain numbers or texts.

        | type | version | data | what happened |
        |---|---|---|---|
        """;

    @Test
    void thePageSaysWhatFormEachEventHas() throws IOException {
        String source = GeneratedDocs.source(SOURCE);
        StringBuilder page = new StringBuilder(HEAD);
        for (Class<?> type : EventSchema.types()) {
            String name = type.getSimpleName();
            page.append("| `%s` | %d | %s | %s |%n"
                    .formatted(name, EventSchema.version(name), EventSchema.fields(type), said(source, name)));
        }
        page.append("\n## Words\n\n| field holds | one of |\n|---|---|\n");
        for (Class<?> choice : EventSchema.choices()) {
            String words = Arrays.stream(choice.getEnumConstants())
                    .map(word -> "`" + ((Enum<?>) word).name() + "`")
                    .collect(Collectors.joining(", "));
            page.append("| ")
                    .append(choice.getSimpleName())
                    .append(" | ")
                    .append(words)
                    .append(" |\n");
        }
        requireNewVersions(page.toString());
        GeneratedDocs.check("events.md", page.toString());
    }

    /** Also when the page is written: whoever reads the feed must be told of a changed form. */
    private static void requireNewVersions(String page) throws IOException {
        Map<String, Form> before = forms(GeneratedDocs.sourceIfThere(PAGE));
        forms(page).forEach((type, form) -> {
            Form former = before.getOrDefault(type, form);
            boolean same = former.fields().equals(form.fields());
            assertThat(form.version())
                    .as("the version of %s in EventSchema, whose fields were \"%s\"", type, former.fields())
                    .isEqualTo(same ? former.version() : former.version() + 1);
        });
        assertThat(forms(page).keySet()).as("no type goes").containsAll(before.keySet());
    }

    private static Map<String, Form> forms(String page) {
        Map<String, Form> forms = new TreeMap<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            forms.put(row.group(1), new Form(Integer.parseInt(row.group(2)), row.group(3)));
        }
        return forms;
    }

    private record Form(int version, String fields) {}

    /** The first sentence above a record, if there is one. */
    private static String said(String source, String name) {
        int at = source.indexOf("    record " + name + "(");
        String above =
                source.substring(Math.max(source.lastIndexOf("\n\n", at), source.indexOf("interface TicketEvent")), at);
        int open = above.indexOf("/**");
        if (open < 0) {
            return "";
        }
        String comment = above.substring(open + 3, above.indexOf("*/"))
                .lines()
                .map(line -> line.strip().replaceFirst("^\\* ?", ""))
                .collect(Collectors.joining(" "))
                .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                .strip();
        return comment.startsWith("@") ? "" : comment.split(" @", 2)[0].split("(?<=[.)])\\s", 2)[0].strip();
    }
}
