// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.spi.mail.ParsedMail;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who wants no automatic answer, though it may be a person (D4). */
final class Silence {
    private static final Set<String> NOBODY =
            Set.of("noreply", "donotreply", "nichtantworten", "nepasrepondre", "noresponder");

    /** Of mailing lists (RFC 2369), besides those that make a mail one of them. */
    private static final List<String> LISTS =
            List.of("list-post", "list-help", "list-owner", "x-beenthere", "x-mailing-list", "mailing-list");

    private Silence() {}

    /**
     * {@code X-Auto-Response-Suppress} (MS-OXCMAIL) asks for it, an address that nobody reads or that RFC 3834 section 2 excepts has no use
     * for it, nor has a list, and what reads like a delivery report may be one.
     */
    static boolean isAskedFor(ParsedMail mail) {
        boolean suppressed = mail.header("x-auto-response-suppress")
                .filter(value -> !value.strip().equalsIgnoreCase("none"))
                .isPresent();
        boolean nobody = mail.from()
                .map(from -> letters(from.address().local()))
                .filter(local -> NOBODY.stream().anyMatch(local::startsWith)
                        || NOBODY.stream().anyMatch(local::endsWith))
                .isPresent();
        return suppressed
                || nobody
                || LISTS.stream().anyMatch(name -> mail.header(name).isPresent())
                || isExcepted(MailServer.lower(mail, "return-path"))
                || mail.report().isPresent() && !MailServer.isPassedOn(mail);
    }

    private static boolean isExcepted(String returnPath) {
        return returnPath.startsWith("<owner-") || returnPath.contains("-request@");
    }

    private static String letters(String local) {
        StringBuilder letters = new StringBuilder();
        local.toLowerCase(Locale.ROOT).chars().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
