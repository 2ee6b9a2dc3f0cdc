// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** A POP3 server that gives bytes exactly, and does what it is told at a command of the next connection. */
final class FakePop3 extends ScriptedServer {
    static final String HANG = "hang";
    static final String DROP = "drop";
    static final String PASSWORD = "correct horse";

    /** An error in JSON. */
    private static final String REFUSAL =
            Base64.getEncoder().encodeToString("{\"status\":\"401\"}".getBytes(ISO_8859_1));

    /** Says one line without end. */
    static final String FOREVER = "forever";
    /** Says yes without end. */
    static final String YES_FOREVER = "yes forever";
    /** Deletes what it was told to and says nothing. */
    static final String DELETE_AND_DROP = "delete and drop";

    final List<String> commands = new CopyOnWriteArrayList<>();
    private final SortedMap<Integer, byte[]> messages = new TreeMap<>();
    private final Map<String, String> script = new ConcurrentHashMap<>();
    private int lastUid;
    private String token = "";

    private final Optional<SSLContext> startTls;

    FakePop3() {
        this(ServerSocketFactory.getDefault(), Optional.empty());
    }

    /** In clear until STLS. */
    FakePop3(SSLContext startTls) {
        this(ServerSocketFactory.getDefault(), Optional.of(startTls));
    }

    private FakePop3(ServerSocketFactory sockets, Optional<SSLContext> startTls) {
        super(sockets);
        this.startTls = startTls;
    }

    static FakePop3 overTls(SSLContext tls) {
        return new FakePop3(tls.getServerSocketFactory(), Optional.empty());
    }

    /** Takes XOAUTH2, and refuses every other token as Google does. */
    FakePop3 acceptingToken(String user, String accessToken) {
        String said = "user=" + user + "\u0001auth=Bearer " + accessToken + "\u0001\u0001";
        token = Base64.getEncoder().encodeToString(said.getBytes(ISO_8859_1));
        return this;
    }

    FakePop3 on(String verb, String answer) {
        script.put(verb, answer);
        return this;
    }

    synchronized void deliver(byte[] raw) {
        messages.put(++lastUid, raw);
    }

    synchronized int size() {
        return messages.size();
    }

    private synchronized SortedMap<Integer, byte[]> snapshot() {
        return new TreeMap<>(messages);
    }

    private synchronized void remove(List<Integer> uids) {
        messages.keySet().removeAll(uids);
    }

    @Override
    void converse(Line first) throws IOException {
        Line line = first;
        SortedMap<Integer, byte[]> box = snapshot();
        List<Integer> uids = new ArrayList<>(box.keySet());
        List<Integer> deleted = new ArrayList<>();
        Map<String, String> now = Map.copyOf(script);
        script.clear();
        say(line, now.getOrDefault("greeting", "+OK fake"));
        while (true) {
            String command = line.read();
            commands.add(command);
            String[] words = command.split(" ", 2);
            if (now.getOrDefault(words[0], "").equals(DELETE_AND_DROP)) {
                remove(deleted);
                return;
            }
            if (now.containsKey(words[0])) {
                say(line, now.get(words[0]));
                continue;
            }
            switch (words[0]) {
                case "STLS" -> {
                    line.say(startTls.isPresent() ? now.getOrDefault("agreement", "+OK") : "-ERR what?");
                    line = startTls.isPresent() ? line.startTls(startTls.get()) : line;
                }
                case "CAPA" -> {
                    line.say("+OK");
                    line.say(token.isEmpty() ? "UIDL\r\nTOP" : "UIDL\r\nTOP\r\nSASL PLAIN XOAUTH2");
                    line.say(startTls.isPresent() ? "STLS\r\n." : ".");
                }
                case "AUTH" -> {
                    line.say("+ ");
                    say(line, now.getOrDefault("token", line.read().equals(token) ? "+OK" : "+ " + REFUSAL));
                }
                case "STAT" -> line.say("+OK " + box.size() + " 0");
                case "PASS" -> line.say(words[1].equals(PASSWORD) ? "+OK" : "-ERR wrong: " + words[1]);
                case "UIDL" -> list(line, uids, uid -> "u" + uid);
                case "LIST" -> list(line, uids, uid -> "" + box.get(uid).length);
                case "RETR" -> {
                    line.say("+OK");
                    line.raw(stuffed(box.get(uids.get(Integer.parseInt(words[1]) - 1))));
                    line.say(".");
                }
                case "DELE" -> {
                    deleted.add(uids.get(Integer.parseInt(words[1]) - 1));
                    line.say("+OK");
                }
                case "QUIT" -> {
                    remove(deleted);
                    line.say("+OK");
                    return;
                }
                default -> line.say("+OK");
            }
        }
    }

    private static void list(Line line, List<Integer> uids, Function<Integer, String> what) throws IOException {
        line.say("+OK");
        for (int i = 0; i < uids.size(); i++) {
            line.say((i + 1) + " " + what.apply(uids.get(i)));
        }
        line.say(".");
    }

    private static byte[] stuffed(byte[] raw) {
        String text = "\r\n" + new String(raw, ISO_8859_1);
        return text.replace("\r\n.", "\r\n..").substring(2).getBytes(ISO_8859_1);
    }

    private static void say(Line line, String answer) throws IOException {
        switch (answer) {
            case HANG -> hang();
            case FOREVER -> repeat(line, "and so on ");
            case YES_FOREVER -> repeat(line, "+OK\r\n");
            case DROP -> throw new IOException("as told");
            default -> line.say(answer);
        }
    }

    private static void repeat(Line line, String words) throws IOException {
        line.say("+OK 10 octets");
        byte[] many = words.repeat(10_000).getBytes(ISO_8859_1);
        while (true) {
            line.raw(many);
        }
    }
}
