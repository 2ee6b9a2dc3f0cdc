// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.core.quote.Trimmer;
import dev.troubletickets.passage.Passage;
import dev.troubletickets.passage.Passage.Kind;
import dev.troubletickets.passage.Passages;
import java.util.List;

/**
 * What of a technician's mail is for the customer: without the notice that it quotes and without the technician's own signature, for answers have
 * one of their queue. Where answers stand between quotes, the quotes stay, as the answers mean nothing without them.
 */
final class AnswerText {
    private AnswerText() {}

    /**
     * All of the text, if nothing else would remain.
     *
     * @param told what the technician was told in the notice, oldest first
     */
    static String of(String text, List<String> told) {
        Passages passages = Trimmer.passages(text, told);
        List<Passage> all = passages.all();
        int first = 0;
        int last = all.size() - 1;
        while (first < all.size() && !passages.shows(all.get(first))) {
            first++;
        }
        while (last > first && !passages.shows(all.get(last))) {
            last--;
        }
        if (last <= first || all.subList(first, last).stream().noneMatch(AnswerText::isQuote)) {
            return passages.visible();
        }
        while (first > 0 && isQuote(all.get(first - 1))) {
            first--;
        }
        StringBuilder answer = new StringBuilder();
        all.subList(first, last + 1).stream()
                .filter(passage -> passage.isShown() || isQuote(passage))
                .forEach(passage -> answer.append(passages.of(passage)));
        return answer.toString().strip();
    }

    private static boolean isQuote(Passage passage) {
        return passage.kind() == Kind.QUOTED && !passage.isShown();
    }
}
