// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.ticket.Allowance;
import dev.troubletickets.core.work.WordBook;
import dev.troubletickets.desk.Spelling;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spelling.internal.Suggestions;
import dev.troubletickets.spelling.internal.WordList;
import dev.troubletickets.spi.spelling.Misspelling;
import dev.troubletickets.spi.spelling.SpellChecker;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/** A technician's spelling: what the checker finds, but for words of one's own. */
final class CoreSpelling extends StaffCalls implements Spelling {
    private final WordBook own;

    CoreSpelling(Desks desks, StaffId id) {
        super(desks, id);
        own = WordBook.of(id);
    }

    @Override
    public Set<Locale> languages() {
        read((scope, staff) -> staff);
        return desks.spelling.map(SpellChecker::languages).orElse(Set.of());
    }

    @Override
    public List<Misspelling> check(String text) {
        return check(text, Optional.empty());
    }

    @Override
    public List<Misspelling> check(String text, Locale language) {
        return check(text, Optional.of(language));
    }

    @Override
    public List<String> words() {
        return read((scope, staff) -> List.copyOf(own.load(scope.stores())));
    }

    @Override
    public void learn(String word) {
        run((scope, staff) -> own.add(scope.stores(), word));
    }

    @Override
    public void forget(String word) {
        run((scope, staff) -> own.remove(scope.stores(), word));
    }

    /** The text is looked at outside of any transaction. */
    private List<Misspelling> check(String text, Optional<Locale> chosen) {
        WordList words = read((scope, staff) -> {
            Allowance.text(scope.settings().limits(), text);
            SortedSet<String> all = WordBook.ofAll().load(scope.stores());
            all.addAll(own.load(scope.stores()));
            return new WordList(all);
        });
        SpellChecker checker = desks.spelling.orElseThrow(() -> new Unavailable("spelling", "none is wired in"));
        if (chosen.filter(language -> !checker.languages().contains(language)).isPresent()) {
            throw new Invalid("language", "cannot be checked");
        }
        Optional<Locale> language = chosen.or(() -> checker.languageOf(text));
        Suggestions near = new Suggestions(words, Suggestions.WORDS);
        return language.map(found -> checker.check(text, found)).orElse(List.of()).stream()
                .filter(misspelt -> !words.knows(plain(misspelt)))
                .map(misspelt -> with(near.of(plain(misspelt)), misspelt))
                .toList();
    }

    /** One's own words are rare, so that one that is near is likely to be meant. */
    private static Misspelling with(List<String> own, Misspelling misspelt) {
        List<String> all = Stream.concat(own.stream(), misspelt.suggestions().stream())
                .distinct()
                .limit(Suggestions.MOST)
                .toList();
        return own.isEmpty() ? misspelt : new Misspelling(misspelt.offset(), misspelt.word(), all);
    }

    private static String plain(Misspelling misspelt) {
        return misspelt.word().replace('\u2019', '\'');
    }
}
