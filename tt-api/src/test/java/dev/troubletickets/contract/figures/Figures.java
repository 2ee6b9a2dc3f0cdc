// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What runs over collected texts measured. Each suite has a file of rows in the folder of its page in {@code docs/figures}, and the page is
 * those files one after the other. With {@code -Dtt.docs.write=true} a run writes both, else neither.
 */
public final class Figures {
    private static final Pattern VERSION = Pattern.compile("\\b\\d+\\.\\d+\\.\\d+\\b");

    private final Page page;
    private final String suite;
    private final List<String> lines = new ArrayList<>();

    private Figures(Page page, String suite, String title, String about) {
        this.page = page;
        this.suite = suite;
        lines.addAll(List.of("## " + title, "", about));
    }

    /**
     * @param suite the name of its file, in lower case
     * @param about a sentence or two on what was measured and how
     */
    public static Figures ofMails(String suite, String title, String about, String... columns) {
        return new Figures(Page.MAIL, suite, title, about).table(columns);
    }

    /** As {@link #ofMails}, on encrypted inclusions, spelling and attachments. */
    public static Figures ofTexts(String suite, String title, String about, String... columns) {
        return new Figures(Page.TEXT, suite, title, about).table(columns);
    }

    /** Begins another table of the same suite. */
    public Figures table(String... columns) {
        lines.add("");
        row((Object[]) columns);
        lines.add("|---".repeat(columns.length) + "|");
        return this;
    }

    public Figures row(Object... cells) {
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
            Files.createDirectories(page.folder());
            Files.writeString(page.folder().resolve(suite + ".md"), String.join("\n", lines) + "\n");
            page.assemble();
        }
    }

    /**
     * For figures that are the same whenever the code is: fails where the suite's file tells others than this run. Another version of a
     * program beside ours is no other figure.
     */
    public void requirePublished() throws IOException {
        Path rows = page.folder().resolve(suite + ".md");
        if (!withoutVersions(Files.readString(rows)).equals(withoutVersions(String.join("\n", lines) + "\n"))) {
            throw new AssertionError(rows + " is out of date; run with -Dtt.docs.write=true");
        }
    }

    private static String withoutVersions(String text) {
        return VERSION.matcher(text).replaceAll("x");
    }

    enum Page {
        MAIL("mail", """
                # Figures of the mailroom

                Written by test runs over mails that other projects collected, which are not part of this repository:
                `./mvnw verify -Dtt.corpora=<folder> -Dtt.docs.write=true`. Each section is a file of `docs/figures/mail`.
                """),
        TEXT("text", """
                # Figures of texts

                Encrypted inclusions, spelling and attachments. Written by test runs, most of them over messages and words that other projects
                collected, which are not part of this repository: `./mvnw verify -Dtt.corpora=<folder> -Dtt.docs.write=true`. Each section
                is a file of `docs/figures/text`.
                """);

        private final String name;
        private final String introduction;

        Page(String name, String introduction) {
            this.name = name;
            this.introduction = introduction;
        }

        Path folder() {
            return docs().resolve("figures").resolve(name);
        }

        Path file() {
            return docs().resolve(name + "-figures.md");
        }

        /** Writes the page of the rows there are, if this run is to. */
        void assemble() throws IOException {
            if (Boolean.getBoolean("tt.docs.write")) {
                Files.writeString(file(), content());
            }
        }

        /** The page, made of the rows as they are. */
        String content() throws IOException {
            StringBuilder content = new StringBuilder(introduction);
            try (Stream<Path> files = Files.list(folder())) {
                for (Path rows : files.sorted().toList()) {
                    content.append('\n').append(Files.readString(rows));
                }
            }
            return content.toString();
        }
    }

    static Path docs() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("mvnw"))) {
            directory = Objects.requireNonNull(directory.getParent(), "the tests run inside the repository");
        }
        return directory.resolve("docs");
    }
}
