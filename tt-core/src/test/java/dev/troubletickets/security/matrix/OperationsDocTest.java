// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import dev.troubletickets.docs.GeneratedDocs;
import dev.troubletickets.rights.Permission;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code docs/operations.md} says of every public operation what it takes, as the {@link AuthorisationMatrixTest} holds the code to it. */
class OperationsDocTest {
    private static final String HEAD = """
            # Operations

            Made from the law that a test holds the code to: every public operation, tried by every kind of actor, in every relation to
            a ticket in every state. Change the law, not this file. What the permissions are is in [permissions.md](permissions.md).

            *Of the ticket*: what the caller must be to it; *see* is by queue, assignment, part or invitation (B2, B5, G10), or being its
            customer or their reseller; *read*, *note*, *answer* are how far an invitation goes, *handle* is more than any invitation gives.
            Whoever does not see it gets `NotFound`, whatever their permissions. *Refused when*: for reasons that are no permission's.

            Where support is not offered to the customer's reseller (E4), the ticket is the reseller's staff's, all of whom handle it, and not
            the provider's: these get `NotFound`. A reseller's staff hold the permissions that concern tickets alone.

            | operation | of the ticket | permission | refused when |
            |---|---|---|---|
            """;

    @Test
    @Tag("E3")
    void theTableOfOperationsIsTheLaw() throws IOException {
        String rows = Operation.all()
                .sorted(Comparator.comparing(Operation::name))
                .map(operation -> row(operation, Law.rule(operation)))
                .collect(Collectors.joining());

        GeneratedDocs.check("operations.md", HEAD + rows);
    }

    private static String row(Operation operation, Rule rule) {
        String permission = rule.permission().map(Permission::name).orElse("–");
        String unless = rule.unless().stream().map(OperationsDocTest::words).collect(Collectors.joining("; "));
        return "| " + operation + " | " + of(rule.of()) + " | " + permission + " | " + unless + " |\n";
    }

    private static String of(String of) {
        return switch (of) {
            case "none" -> "–";
            case "seen" -> "see";
            case "theirs" -> "a customer of theirs";
            case "billed" -> "a statement of theirs";
            case "both" -> "handle both";
            default -> of;
        };
    }

    private static String words(String unless) {
        return Arrays.stream(unless.split("&")).map(OperationsDocTest::word).collect(Collectors.joining(", and "));
    }

    private static String word(String word) {
        return switch (word) {
            case "-" -> "–";
            case "LOCKED" -> "a colleague is at work on it";
            case "!LOCKED" -> "nobody is at work on it";
            case "PART" -> "it is open with others as well";
            case "!PART" -> "they have no part of it";
            case "unanswered" -> "the customer waits";
            case "settled" -> "resolved or closed";
            case "!settled" -> "not resolved or closed";
            case "assigned" -> "assigned to somebody";
            case "!assigned" -> "assigned to nobody";
            case "anothers" -> "theirs already to whom it is to go";
            case "taken" -> "a colleague's, without ASSIGN_TO_OTHERS";
            case "!invited" -> "not invited";
            case "!theirs" -> "not theirs, nor invited to answer it while it is open";
            case "RESELLERS_TECHNICIAN" -> "of a reseller's staff";
            case "offered" -> "support is offered to that reseller";
            case "!offered" -> "support is not offered to the customer's reseller";
            case "!RESELLERS_TECHNICIAN" -> "of the provider's staff";
            case "!MAIN_ADMINISTRATOR" -> "not the main administrator";
            default ->
                (word.startsWith("!") ? "not " + word.substring(1) : word)
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ');
        };
    }
}
