// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Tries mails out on a support center before anybody depends on it. */
@Command(
        name = "workbench",
        mixinStandardHelpOptions = true,
        description = "Tries mails out on a support center.",
        synopsisSubcommandLabel = "COMMAND")
public final class Workbench implements Callable<Integer> {
    static final int DONE = 0;
    /** A file could not be read, or the database does not answer. */
    static final int FAILED = 1;
    /** Of arguments that are none, as picocli has it. */
    static final int USAGE = 2;

    private final Console console;

    private Workbench(Console console) {
        this.console = console;
    }

    /** Ends the process with 0 if every message has an outcome. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // a library that prints does not print between our lines
        System.setOut(err);
        int code = run(new Console(Path.of(""), System.in, out, err, isTerminal()), arguments);
        out.flush();
        System.exit(code);
    }

    /** As the script says; where it was not asked, only if input and output are terminals, too. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        return Boolean.parseBoolean(System.getProperty(
                "workbench.terminal", String.valueOf(Runtime.version().feature() < 22 && System.console() != null)));
    }

    /** The same without ending the process. */
    static int run(Console console, String... arguments) {
        return new CommandLine(new Workbench(console))
                .addSubcommand(new Ingest(console))
                .addSubcommand(new Trim(console))
                .addSubcommand(new Decrypt(console))
                .addSubcommand(new Spell(console))
                // an argument is what it is
                .setExpandAtFiles(false)
                .setOut(writer(console.out()))
                .setErr(writer(console.err()))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    console.out().flush();
                    console.err().println("workbench: " + reason(failure));
                    return FAILED;
                })
                .execute(arguments);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** Without a command. */
    @Override
    public Integer call() {
        CommandLine.usage(this, console.err());
        return USAGE;
    }

    /** What is at the bottom of it. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
