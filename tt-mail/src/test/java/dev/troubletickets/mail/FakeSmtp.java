// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import dev.troubletickets.contract.mail.MailTransportContract.Delivered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** An SMTP server that does what it is told at each step of the next connection and takes everything after that. */
final class FakeSmtp extends ScriptedServer {
    static final String HANG = "hang";
    static final String DROP = "drop";

    final List<Delivered> delivered = new CopyOnWriteArrayList<>();
    final List<String> commands = new CopyOnWriteArrayList<>();
    private final Map<String, String> script = new ConcurrentHashMap<>();

    FakeSmtp() {
        super(ServerSocketFactory.getDefault());
    }

    /** Over TLS from the first byte. */
    FakeSmtp(SSLContext tls) {
        super(tls.getServerSocketFactory());
    }

    /**
     * @param step greeting, EHLO, AUTH, MAIL, {@code RCPT address}, DATA or end
     * @param answer a reply line, {@link #HANG} or {@link #DROP}
     */
    FakeSmtp on(String step, String answer) {
        script.put(step, answer);
        return this;
    }

    @Override
    void converse(Line line) throws IOException {
        Map<String, String> now = Map.copyOf(script);
        script.clear();
        String sender = "";
        List<String> recipients = new ArrayList<>();
        answer(line, now.getOrDefault("greeting", "220 fake"));
        while (true) {
            String command = line.read();
            commands.add(command);
            String verb = command.split("[ :]")[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" -> answer(line, now.getOrDefault("EHLO", "250-fake\r\n250 AUTH PLAIN"));
                case "AUTH" -> answer(line, now.getOrDefault("AUTH", "235 in"));
                case "MAIL" -> {
                    sender = address(command);
                    answer(line, now.getOrDefault("MAIL", "250 ok"));
                }
                case "RCPT" -> {
                    String reply = now.getOrDefault("RCPT " + address(command), "250 ok");
                    if (reply.startsWith("2")) {
                        recipients.add(address(command));
                    }
                    answer(line, reply);
                }
                case "DATA" -> {
                    String reply = now.getOrDefault("DATA", "354 go on");
                    answer(line, reply);
                    if (reply.startsWith("3")) {
                        byte[] message = message(line);
                        String end = now.getOrDefault("end", "250 taken");
                        if (end.startsWith("2")) {
                            delivered.add(new Delivered(sender, recipients, message));
                        }
                        answer(line, end);
                    }
                }
                case "QUIT" -> {
                    line.say("221 bye");
                    return;
                }
                default -> line.say("250 ok");
            }
        }
    }

    private static void answer(Line line, String answer) throws IOException {
        switch (answer) {
            case HANG -> hang();
            case DROP -> throw new IOException("as told");
            default -> line.say(answer);
        }
    }

    private static byte[] message(Line line) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String text = line.read(); !text.equals("."); text = line.read()) {
            message.append(text.startsWith(".") ? text.substring(1) : text).append("\r\n");
        }
        return message.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String address(String command) {
        return command.substring(command.indexOf('<') + 1, command.indexOf('>'));
    }
}
