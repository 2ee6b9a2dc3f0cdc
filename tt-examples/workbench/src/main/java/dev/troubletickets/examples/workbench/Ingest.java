// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a desk would make of messages. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Takes messages into a support center and tells what became of each. Nothing is sent to anybody.")
final class Ingest implements Callable<Integer> {
    private final Console console;
    private final Map<Outcome.Kind, Integer> counts = new EnumMap<>(Outcome.Kind.class);

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, folders, mboxes or Maildirs.")
    private List<String> paths = List.of();

    @Option(
            names = "--jdbc",
            paramLabel = "URL",
            description = "The database: H2, PostgreSQL or MariaDB. By default an H2 that goes away afterwards.")
    private Optional<String> jdbc = Optional.empty();

    @Option(names = "--json", description = "One JSON object a line per message.")
    private boolean json;

    private boolean incomplete;

    Ingest(Console console) {
        this.console = console;
    }

    /** 0 if every message has an outcome. */
    @Override
    public Integer call() {
        List<Source> sources = new Finder(console.base()).find(paths);
        int all = sources.stream().mapToInt(Source::size).sum();
        ProgressBar progress = new ProgressBar(console.err(), console.terminal(), all);
        JsonLines lines = new JsonLines(console.out());
        try (Database database = Database.open(jdbc)) {
            Intake intake = new Intake(new Desk(database.storage()), (letter, message, outcome) -> {
                progress.clear();
                tell(lines, letter, message, outcome);
            });
            sources.forEach(source -> source.read(letter -> {
                intake.take(letter);
                progress.step(letter.file());
            }));
            intake.settle();
        }
        progress.clear();
        if (!json) {
            console.out().print(Summary.of(counts));
        }
        return incomplete ? Workbench.FAILED : Workbench.DONE;
    }

    private void tell(JsonLines lines, Letter letter, Optional<Message> message, Outcome outcome) {
        incomplete |= letter.missing();
        counts.merge(outcome.kind(), 1, Integer::sum);
        if (json) {
            lines.write(Fields.of(letter.file(), message, outcome));
            console.out().flush();
        } else if (outcome.kind().isToBeLookedAt()) {
            String line = letter.file() + ": " + outcome.kind() + ": " + String.join("; ", outcome.why());
            console.out().print(Console.harmless(line) + "\n");
        }
    }
}
