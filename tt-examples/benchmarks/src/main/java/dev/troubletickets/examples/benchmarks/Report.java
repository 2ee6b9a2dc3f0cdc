// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects figures, tells each as it comes, and writes the page. */
final class Report {
    private final List<Figure> figures = new ArrayList<>();

    void add(Figure figure) {
        figures.add(figure);
        System.out.println(figure.table() + "  " + figure.line());
    }

    boolean isEmpty() {
        return figures.isEmpty();
    }

    List<Figure> shortFalls() {
        return figures.stream().filter(figure -> !figure.isMet()).toList();
    }

    /**
     * @param head what was measured, where and how
     * @param words what people have to say to it
     */
    void write(Path page, String head, String words) throws IOException {
        Map<String, List<Figure>> tables = new LinkedHashMap<>();
        figures.forEach(figure -> tables.computeIfAbsent(figure.table(), name -> new ArrayList<>())
                .add(figure));
        StringBuilder text = new StringBuilder(head);
        tables.forEach((name, lines) -> {
            text.append("\n## ").append(name).append("\n\n");
            text.append("| | median | quartiles | target | met |\n|---|---|---|---|---|\n");
            lines.forEach(figure -> text.append(figure.line()).append('\n'));
        });
        text.append("\n## Short of the target\n\n");
        if (shortFalls().isEmpty()) {
            text.append("None.\n");
        }
        shortFalls()
                .forEach(figure -> text.append("- ")
                        .append(figure.name())
                        .append(" (")
                        .append(figure.table())
                        .append(")\n"));
        Files.writeString(page, text.append('\n').append(words).toString());
    }
}
