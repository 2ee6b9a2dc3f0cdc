// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.language.Translations;
import dev.troubletickets.settings.Wording;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What mails to customers say where an installation has no words of its own (D7), and what technicians are told (D12): English, and
 * translations of it.
 */
public enum Texts {
    /** Who has answered; in a line of its own. */
    ANSWER_AUTHOR("answer.author"),
    RECEIPT_SUBJECT("receipt.subject"),
    RECEIPT("receipt.text"),
    SETTLED_SUBJECT("settled.subject"),
    CLOSING_SUBJECT("closing.subject"),
    CLOSING("closing.text"),
    /** For those in copy who cannot read what is encrypted. */
    ENCRYPTED_COPY("encrypted.copy"),
    NEW_TICKET("staff.newTicket"),
    CUSTOMER_REPLIED("staff.replied"),
    YOURS_NOW("staff.yours"),
    WHICH_TICKET("staff.ticket"),
    REPLY_TO_ANSWER("staff.replyToAnswer"),
    NOT_READ("staff.notRead"),
    NOT_TAKEN("staff.notTaken"),
    TASK_SUBJECT("staff.task.subject"),
    TASK("staff.task.text"),
    TASK_DUE("staff.task.due"),
    PRIVATE_SUBJECT("staff.private.subject"),
    PRIVATE("staff.private.text"),
    ESCALATED("staff.escalated"),
    ANSWER_DUE("staff.due"),
    ANSWER_DUE_AT("staff.dueAt");

    private final String key;

    Texts(String key) {
        this.key = key;
    }

    /** For customers, with room for the words of an installation. */
    Wording wording() {
        return Objects.requireNonNull(Shipped.WORDINGS.get(this), key);
    }

    /** For technicians, with these values in the places that its placeholders have. */
    public String filled(Locale language, Map<String, String> values) {
        return Wordings.fill(in(language), values);
    }

    public String in(Locale language) {
        return Shipped.TEXTS.text(key, language).orElseThrow(() -> new IllegalStateException(key));
    }

    /** Read once, when the first mail is written. */
    static final class Shipped {
        static final Translations TEXTS = Translations.read("texts", Texts.class::getResourceAsStream);
        static final Map<Texts, Wording> WORDINGS =
                Stream.of(Texts.values()).collect(Collectors.toMap(text -> text, Shipped::wording));

        private Shipped() {}

        private static Wording wording(Texts text) {
            Wording wording = Wording.of(text.in(Locale.ENGLISH));
            for (Locale language :
                    Translations.LANGUAGES.stream().map(Locale::forLanguageTag).toList()) {
                wording = wording.in(language, text.in(language));
            }
            return wording;
        }
    }
}
