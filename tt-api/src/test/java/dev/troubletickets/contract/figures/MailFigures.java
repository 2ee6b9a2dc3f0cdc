// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What runs over collected mails measured. Each suite has a file of rows in {@code docs/figures}, and the page
 * {@code docs/mail-figures.md} is those files one after the other. With {@code -Dtt.docs.write=true} a run writes both, else neither.
 */
public final class MailFigures {
    private static final String INTRODUCTION = """
            # Figures of the mailroom

            Written by test runs over mails that other projects collected, which are not part of this repository:
            `./mvnw verify -Dtt.corpora=<folder> -Dtt.docs.write=true`. Each section is a file of `docs/figures`.
            """;

    private final String suite;
    private final List<String> lines = new ArrayList<>();

    private MailFigures(String suite) {
        this.suite = suite;
    }

    /**
     * @param suite the name of its file, in lower case
     * @param about a sentence or two on what was measured and how
     */
    public static MailFigures of(String suite, String title, String about, String... columns) {
        MailFigures figures = new MailFigures(suite);
        figures.lines.addAll(List.of("## " + title, "", about, ""));
        figures.row((Object[]) columns);
        figures.lines.add("|---".repeat(columns.length) + "|");
        return figures;
    }

    public MailFigures row(Object... cells) {
        StringBuilder row = new StringBuilder("|");
        Stream.of(cells).forEach(cell -> row.append(' ').append(cell).append(" |"));
        lines.add(row.toString());
        return this;
    }

    /** {@code 49 of 50 (98 %)}. */
    public static String share(int part, int whole) {
        return whole == 0 ? "none" : part + " of " + whole + " (" + part * 100 / whole + " %)";
    }

    /** Writes the suite's rows and the page, if this run is to. */
    public void publish() throws IOException {
        System.out.println(String.join("\n", lines));
        if (Boolean.getBoolean("tt.docs.write")) {
            Files.createDirectories(docs().resolve("figures"));
            Files.writeString(docs().resolve("figures").resolve(suite + ".md"), String.join("\n", lines) + "\n");
            assemble();
        }
    }

    /** For figures that are the same whenever the code is: fails where the suite's file tells others than this run. */
    public void requirePublished() throws IOException {
        Path rows = docs().resolve("figures").resolve(suite + ".md");
        if (!Files.readString(rows).equals(String.join("\n", lines) + "\n")) {
            throw new AssertionError(rows + " is out of date; run with -Dtt.docs.write=true");
        }
    }

    /** Writes the page of the rows there are, if this run is to. */
    static void assemble() throws IOException {
        if (Boolean.getBoolean("tt.docs.write")) {
            Files.writeString(docs().resolve("mail-figures.md"), page());
        }
    }

    /** The page, made of the rows as they are. */
    static String page() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        try (Stream<Path> files = Files.list(docs().resolve("figures"))) {
            for (Path rows : files.sorted().toList()) {
                page.append('\n').append(Files.readString(rows));
            }
        }
        return page.toString();
    }

    static Path docs() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("mvnw"))) {
            directory = Objects.requireNonNull(directory.getParent(), "the tests run inside the repository");
        }
        return directory.resolve("docs");
    }
}
