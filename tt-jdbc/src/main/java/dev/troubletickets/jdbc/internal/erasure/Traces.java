// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.erasure;

import dev.troubletickets.erasure.Person;
import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** In which tickets a person is. Reads a range of tickets through, by their numbers and no other index. */
final class Traces {
    private final Optional<String> account;
    private final List<String> addresses;
    private final List<Object> values = new ArrayList<>();

    Traces(Person person) {
        account = person.account().map(AccountId::value);
        addresses = person.addresses().stream().map(EmailAddress::key).toList();
    }

    List<TicketId> find(Session session, long after, long upTo) {
        values.add(after);
        values.add(upTo);
        String which = String.join(
                " or ",
                are("t.account"),
                in("t.requester_key"),
                named("concat(' ', t.cc, ' ')", address -> " " + address + " "),
                inMessages("ticket"),
                inMessages("shown_in"),
                "exists (select 1 from {history} h where h.ticket = t.id and (" + by("h.actor_kind", "h.actor") + " or "
                        + named("h.content", address -> address) + "))",
                "exists (select 1 from {operation} o where o.ticket = t.id and "
                        + named("o.content", address -> address) + ")");
        return session.list(
                "select t.id from {ticket} t where t.id > ? and t.id <= ? and (" + which + ") order by t.id",
                row -> TicketId.of(row.number()),
                values.toArray());
    }

    private String inMessages(String place) {
        return "exists (select 1 from {message} m where m." + place + " = t.id and (" + by("m.author_kind", "m.author")
                + " or " + in("lower(m.sender)") + "))";
    }

    private String by(String kind, String name) {
        return "(" + kind + " = 'CUSTOMER' and " + are(name) + ") or (" + kind + " = 'SENDER' and "
                + in("lower(" + name + ")") + ")";
    }

    private String are(String column) {
        account.ifPresent(values::add);
        return account.isPresent() ? column + " = ?" : "1 = 0";
    }

    private String in(String column) {
        values.addAll(addresses);
        return addresses.isEmpty() ? "1 = 0" : column + " in (" + Codes.marks(addresses.size()) + ")";
    }

    private String named(String column, Function<String, String> sought) {
        addresses.stream().map(sought).forEach(values::add);
        return addresses.isEmpty()
                ? "1 = 0"
                : addresses.stream()
                        .map(address -> "position(? in lower(" + column + ")) > 0")
                        .collect(Collectors.joining(" or ", "(", ")"));
    }
}
