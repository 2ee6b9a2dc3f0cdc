// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import dev.troubletickets.people.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a technician would be shown of encrypted blocks. */
@Command(
        name = "decrypt",
        mixinStandardHelpOptions = true,
        description = "Decrypts the encrypted blocks of plain texts, mails and OpenPGP messages.")
final class Decrypt implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Plain texts, mails, or OpenPGP messages.")
    private List<String> files = List.of();

    @Option(
            names = "--key",
            paramLabel = "K",
            required = true,
            description = "A file with private keys; may be repeated.")
    private List<String> keys = List.of();

    @Option(names = "--passphrase", paramLabel = "P", description = "What unlocks the keys; nothing by default.")
    private String passphrase = "";

    @Option(
            names = "--signer",
            paramLabel = "S",
            description = "A file with a public key that may have signed; may be repeated.")
    private List<String> signers = List.of();

    @Option(names = "--show", description = "Writes the plain texts, too.")
    private boolean show;

    @Option(names = "--json", description = "Writes an object a line for each file.")
    private boolean json;

    private boolean incomplete;

    Decrypt(Console console) {
        this.console = console;
    }

    /** 0 if every file could be read, and every block in them. */
    @Override
    public Integer call() throws IOException {
        Opener opener = Opener.with(read(keys), Secret.of(passphrase), texts(signers));
        JsonLines lines = new JsonLines(console.out());
        new Finder(console.base())
                .find(files)
                .forEach(source -> source.read(letter -> {
                    List<Opener.Opened> opened = opener.open(letter);
                    incomplete |=
                            letter.obstacle().isPresent() || opened.stream().anyMatch(each -> !each.isReadable());
                    if (json) {
                        lines.write(fields(letter, opened));
                    } else {
                        print(letter, opened);
                    }
                }));
        return incomplete ? Workbench.FAILED : Workbench.DONE;
    }

    private List<byte[]> read(List<String> names) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (String name : names) {
            contents.add(Files.readAllBytes(console.base().resolve(name)));
        }
        return contents;
    }

    private List<String> texts(List<String> names) throws IOException {
        return read(names).stream()
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .toList();
    }

    private Map<String, @Nullable Object> fields(Letter letter, List<Opener.Opened> opened) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("file", letter.file());
        fields.put("inclusions", opened.stream().map(each -> each.fields(show)).toList());
        return fields;
    }

    private void print(Letter letter, List<Opener.Opened> opened) {
        String file = Console.harmless(letter.file());
        letter.obstacle().ifPresent(why -> console.out().println(file + ": " + why));
        if (opened.isEmpty() && letter.obstacle().isEmpty()) {
            console.out().println(file + ": nothing is encrypted");
        }
        for (int i = 0; i < opened.size(); i++) {
            console.out().println(file + ": " + (i + 1) + " " + opened.get(i).words());
            if (show) {
                opened.get(i)
                        .plaintext()
                        .ifPresent(text -> console.out()
                                .println(text.lines()
                                        .map(line -> "    " + Console.harmless(line))
                                        .collect(Collectors.joining("\n"))));
            }
        }
    }
}
