// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.rules;

import dev.troubletickets.people.Account;
import dev.troubletickets.people.Service;
import dev.troubletickets.rules.Fact;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.TicketState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of a ticket and its customer at one moment: texts of words and texts, a number of numbers. What is not here is unknown. */
public record Facts(Map<Fact, List<String>> texts, Map<Fact, Long> numbers) {
    public Facts {
        texts = Collections.unmodifiableMap(copy(texts));
        numbers = Collections.unmodifiableMap(copy(numbers));
    }

    /** Of a ticket, with the account as the host describes it; empty without one, or where the host no longer knows it. */
    public static Facts of(TicketData ticket, Optional<Account> account, Instant now) {
        Map<Fact, List<String>> texts = new EnumMap<>(Fact.class);
        Map<Fact, Long> numbers = new EnumMap<>(Fact.class);
        TicketData.Header header = ticket.header();
        TicketState state = ticket.state();
        put(texts, Fact.SERVICE, header.service());
        put(texts, Fact.CATEGORY, header.category());
        put(texts, Fact.CHANNEL, header.channel().name().toLowerCase(Locale.ROOT));
        put(texts, Fact.REQUESTER_DOMAIN, header.requester().domain());
        put(texts, Fact.SUBJECT, header.subject().value());
        put(
                texts,
                Fact.RESELLER,
                header.reseller() == null ? null : header.reseller().value());
        put(texts, Fact.QUEUE, Long.toString(state.queue().value()));
        numbers.put(Fact.PRIORITY, (long) state.priority().value());
        account.ifPresent(known -> customer(known, now, texts, numbers));
        return new Facts(texts, numbers);
    }

    /** The same, and the first message, as it is known while the ticket is being opened. */
    public Facts withMessage(String text, int attachments) {
        Map<Fact, List<String>> moreTexts = copy(texts);
        Map<Fact, Long> moreNumbers = copy(numbers);
        put(moreTexts, Fact.TEXT, text.substring(0, Math.min(text.length(), Fact.MOST_CHARACTERS)));
        moreNumbers.put(Fact.ATTACHMENTS, (long) attachments);
        return new Facts(moreTexts, moreNumbers);
    }

    List<String> texts(Fact fact) {
        return texts.getOrDefault(fact, List.of());
    }

    Optional<Long> number(Fact fact) {
        return Optional.ofNullable(numbers.get(fact));
    }

    private static void customer(Account account, Instant now, Map<Fact, List<String>> texts, Map<Fact, Long> numbers) {
        put(texts, Fact.PLAN, account.plan());
        put(texts, Fact.GROUP, account.group());
        put(texts, Fact.BRAND, account.brand());
        put(texts, Fact.CHARACTERISTIC, account.characteristic().name().toLowerCase(Locale.ROOT));
        texts.put(
                Fact.SERVICE_KIND,
                account.services().stream().map(Service::kind).distinct().toList());
        texts.put(
                Fact.LANGUAGE,
                Stream.of(account.language().getLanguage(), account.language().toLanguageTag())
                        .distinct()
                        .toList());
        numbers.put(Fact.SERVICES, (long) account.services().size());
        numbers.put(Fact.SPENDING, account.spending());
        account.registered()
                .ifPresent(day -> numbers.put(
                        Fact.CUSTOMER_AGE_DAYS,
                        ChronoUnit.DAYS.between(day, now.atZone(ZoneOffset.UTC).toLocalDate())));
    }

    private static void put(Map<Fact, List<String>> texts, Fact fact, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            texts.put(fact, List.of(value));
        }
    }

    private static <V> Map<Fact, V> copy(Map<Fact, V> facts) {
        Map<Fact, V> copy = new EnumMap<>(Fact.class);
        copy.putAll(facts);
        return copy;
    }
}
