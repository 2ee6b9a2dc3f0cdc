// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport.Recipient;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a report says of a recipient whom a mail of ours did not reach. Anybody can write a report, so it is believed of few. */
record BouncedMail(boolean permanent, String reason) {
    static final String REASON = "the mail came back";

    private static final int LONGEST_STATUS = 11;

    /**
     * Those among the recipients of our mail whom the report names. An address may lead to another, which the report names then: it is
     * about the only one we had sent the mail to, but of several it is not known which.
     */
    static Map<EmailAddress, BouncedMail> of(ParsedMail mail, List<EmailAddress> sentTo) {
        Map<EmailAddress, BouncedMail> said = new HashMap<>();
        failed(mail).forEach(one -> said.putIfAbsent(one.address(), of(one)));
        Map<EmailAddress, BouncedMail> ours = new LinkedHashMap<>();
        sentTo.forEach(to -> Optional.ofNullable(said.get(to)).ifPresent(bounced -> ours.put(to, bounced)));
        if (ours.isEmpty() && sentTo.size() == 1) {
            reported(mail).stream()
                    .filter(Recipient::hasFailed)
                    .findFirst()
                    .ifPresent(other -> ours.put(sentTo.get(0), of(other)));
        }
        return ours;
    }

    /** Whoever they are. */
    static boolean saysThatAnyFailed(ParsedMail mail) {
        return failed(mail).findAny().isPresent();
    }

    private static Stream<Recipient> failed(ParsedMail mail) {
        List<Recipient> reported = reported(mail);
        return Stream.concat(reported.stream(), besides(mail, reported)).filter(Recipient::hasFailed);
    }

    private static List<Recipient> reported(ParsedMail mail) {
        return mail.report().map(DeliveryReport::recipients).orElse(List.of());
    }

    private static BouncedMail of(Recipient recipient) {
        String status = recipient.status();
        return new BouncedMail(recipient.isPermanent(), isCode(status) ? REASON + ", status " + status : REASON);
    }

    /** As in RFC 3463, and no other text of a stranger. */
    private static boolean isCode(String status) {
        return !status.isEmpty()
                && status.length() <= LONGEST_STATUS
                && status.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }

    /** Those whom Exim names beside a text of its own. */
    private static Stream<Recipient> besides(ParsedMail mail, List<Recipient> reported) {
        Set<EmailAddress> named = reported.stream().map(Recipient::address).collect(Collectors.toSet());
        return Stream.of(mail.header("x-failed-recipients").orElse("").split(","))
                .flatMap(address -> EmailAddress.parse(address.strip()).stream())
                .filter(address -> !named.contains(address))
                .map(address -> new Recipient(address, "failed", ""));
    }
}
