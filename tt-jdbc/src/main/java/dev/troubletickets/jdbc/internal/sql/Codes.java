// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.sql;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.Wording;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How values that several tables hold are written in columns. */
public final class Codes {
    private static final String SEPARATOR = "\u001e";

    private Codes() {}

    public static String kind(Actor actor) {
        if (actor instanceof Actor.Customer) {
            return "CUSTOMER";
        }
        if (actor instanceof Actor.Sender) {
            return "SENDER";
        }
        if (actor instanceof Actor.Staff) {
            return "STAFF";
        }
        return actor instanceof Actor.Reseller ? "RESELLER" : "SYSTEM";
    }

    public static String name(Actor actor) {
        if (actor instanceof Actor.Customer customer) {
            return customer.account().value();
        }
        if (actor instanceof Actor.Sender sender) {
            return sender.address().value();
        }
        if (actor instanceof Actor.Staff staff) {
            return staff.id().value();
        }
        return actor instanceof Actor.Reseller reseller ? reseller.id().value() : "";
    }

    public static Actor actor(String kind, String name) {
        return switch (kind) {
            case "CUSTOMER" -> new Actor.Customer(AccountId.of(name));
            case "SENDER" -> new Actor.Sender(EmailAddress.of(name));
            case "STAFF" -> new Actor.Staff(StaffId.of(name));
            case "RESELLER" -> new Actor.Reseller(ResellerId.of(name));
            case "SYSTEM" -> new Actor.System();
            default -> throw new IllegalStateException("not a kind of actor: " + kind);
        };
    }

    /** The text, then each translation behind a separator that no wording holds: {@code Hello␞de Guten Tag}. */
    public static String text(Wording wording) {
        StringBuilder text = new StringBuilder(wording.text());
        new TreeMap<>(wording.translations())
                .forEach((language, translation) ->
                        text.append(SEPARATOR).append(language).append(' ').append(translation));
        return text.toString();
    }

    public static Wording wording(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        Map<String, String> translations = new HashMap<>();
        for (String part : List.of(parts).subList(1, parts.length)) {
            int space = part.indexOf(' ');
            translations.put(part.substring(0, space), part.substring(space + 1));
        }
        return new Wording(parts[0], translations);
    }

    /** Addresses hold no white space. */
    public static String join(Collection<EmailAddress> addresses) {
        return addresses.stream().map(EmailAddress::value).collect(Collectors.joining(" "));
    }

    public static List<EmailAddress> addresses(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(" ")).map(EmailAddress::of).toList();
    }

    public static @Nullable EmailAddress address(@Nullable String value) {
        return value == null ? null : EmailAddress.of(value);
    }

    public static @Nullable String text(@Nullable EmailAddress address) {
        return address == null ? null : address.value();
    }

    /** The same values once more behind themselves. */
    public static Object[] twice(Object[] values) {
        return Stream.concat(Arrays.stream(values), Arrays.stream(values)).toArray();
    }

    /** So many question marks, with commas between. */
    public static String marks(int count) {
        return String.join(", ", java.util.Collections.nCopies(count, "?"));
    }
}
