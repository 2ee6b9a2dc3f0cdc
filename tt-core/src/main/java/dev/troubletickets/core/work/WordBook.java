// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.DocumentStore.Document;
import dev.troubletickets.spi.storage.UnitOfWork;
import java.util.SortedSet;
import java.util.TreeSet;

/** Words that spell-checking takes for right, kept as one document: the installation's, or a technician's (F1). */
public final class WordBook {
    private static final int MOST = 1_000;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 50;

    private final String document;

    private WordBook(String document) {
        this.document = document;
    }

    public static WordBook ofAll() {
        return new WordBook("words");
    }

    public static WordBook of(StaffId technician) {
        return new WordBook("words of " + technician.value());
    }

    public SortedSet<String> load(UnitOfWork stores) {
        return stores.documents()
                .find(document)
                .map(found -> Json.read(found.text(), Kept.class).words())
                .orElseGet(TreeSet::new);
    }

    /** Somebody else's change at the same time is a conflict, and the work is run again. */
    public boolean add(UnitOfWork stores, String word) {
        String plain = require(word);
        SortedSet<String> words = load(stores);
        if (!words.contains(plain) && words.size() >= MOST) {
            throw new OverLimit("spellingWords", MOST);
        }
        return words.add(plain) && save(stores, words);
    }

    public boolean remove(UnitOfWork stores, String word) {
        SortedSet<String> words = load(stores);
        return words.remove(plain(word)) && save(stores, words);
    }

    private boolean save(UnitOfWork stores, SortedSet<String> words) {
        long version = stores.documents().find(document).map(Document::version).orElse(0L);
        stores.documents().save(new Document(document, version + 1, Json.write(new Kept(words))));
        return true;
    }

    private static String require(String word) {
        String plain = plain(word);
        boolean letters = plain.codePoints().allMatch(c -> c == '\'' || Character.isLetter(c))
                && !plain.startsWith("'")
                && !plain.endsWith("'");
        if (!letters || plain.length() < SHORTEST || plain.length() > LONGEST) {
            throw new Invalid("word", "is " + SHORTEST + " to " + LONGEST + " letters, with apostrophes between them");
        }
        return plain;
    }

    private static String plain(String word) {
        return word.strip().replace('\u2019', '\'');
    }

    private record Kept(SortedSet<String> words) {}
}
