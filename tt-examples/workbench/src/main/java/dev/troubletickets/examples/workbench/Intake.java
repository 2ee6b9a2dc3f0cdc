// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hands letters to the desk, some at a time, and tells in their order what became of them. */
final class Intake {
    private static final int MOST = 50;
    private static final long MOST_BYTES = 16L << 20;

    private final Desk desk;
    private final Reader reader;
    private final Map<String, String> firstWithBytes = new HashMap<>();
    private final Map<String, String> firstWithWords = new HashMap<>();
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final List<Handed> waiting = new ArrayList<>();
    private long bytes;

    Intake(Desk desk, Reader reader) {
        this.desk = desk;
        this.reader = reader;
    }

    /** Takes what became of a letter. */
    interface Reader {
        void settled(Letter letter, Optional<Message> message, Outcome outcome);
    }

    /**
     * @param isNew its bytes were not handed in before
     * @param words the Message-ID and what the sender wrote: those that have both in common are the same message to a desk
     */
    private record Handed(
            Letter letter, Optional<Message> message, String digest, boolean isNew, Optional<String> words) {}

    void take(Letter letter) {
        String digest = Digests.sha256(letter.raw());
        boolean isNew = letter.obstacle().isEmpty() && desk.handIn(letter.raw());
        Optional<Message> message = Message.read(letter);
        Optional<String> words = message.map(Message::mail)
                .flatMap(mail -> mail.messageId().map(id -> id + "\n" + mail.contentDigest()));
        waiting.add(new Handed(letter, message, digest, isNew, words));
        bytes += letter.raw().length;
        if (waiting.size() >= MOST || bytes >= MOST_BYTES) {
            settle();
        }
    }

    /** To be called at the end, too. */
    void settle() {
        Set<String> digests = new HashSet<>();
        waiting.stream().filter(Handed::isNew).map(Handed::digest).forEach(digests::add);
        desk.settle(digests).forEach((digest, mail) -> outcomes.put(digest, Outcome.of(mail)));
        waiting.forEach(handed -> reader.settled(handed.letter(), handed.message(), outcome(handed)));
        waiting.clear();
        bytes = 0;
    }

    private Outcome outcome(Handed handed) {
        String file = handed.letter().file();
        if (handed.letter().obstacle().isPresent()) {
            return Outcome.refused(handed.letter().obstacle().get());
        }
        Optional<String> sameBytes = Optional.ofNullable(firstWithBytes.putIfAbsent(handed.digest(), file));
        if (!handed.isNew()) {
            return copy(handed).duplicateOf(sameBytes);
        }
        Outcome outcome = outcomes.getOrDefault(handed.digest(), Outcome.unsettled());
        Optional<String> sameWords =
                handed.words().flatMap(words -> Optional.ofNullable(firstWithWords.putIfAbsent(words, file)));
        return outcome.isCopy() ? outcome.duplicateOf(sameWords) : outcome;
    }

    private Outcome copy(Handed handed) {
        return Outcome.sameBytes(Optional.ofNullable(outcomes.get(handed.digest()))
                .or(() -> desk.before(handed.digest()).map(Outcome::of)));
    }
}
