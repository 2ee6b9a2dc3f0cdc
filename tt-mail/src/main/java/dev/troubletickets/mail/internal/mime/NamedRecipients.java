// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import dev.troubletickets.people.EmailAddress;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses that a notice without a status part says it could not reach, each with the status that stands by it or is empty. Those at
 * the start of a line ({@code <jane@x.example>:}) or at its end after a word that leads to it; else the first that stands in words of a
 * failure, or closely below them. What is quoted of the original is not looked at, for it names others.
 */
final class NamedRecipients {
    private static final List<String> LEADS = List.of(":", "*", ">", " to", " for");
    private static final List<String> ORIGINAL = List.of("received:", "return-path:", "message-id:", "from:");
    private static final List<String> COPY =
            List.of("copy", "original", "returned", "message header", "header follows");
    /** Before the address of a writer. */
    private static final String FROM = "from ";

    private static final int MOST_LINES = 200;
    private static final int MOST = 1_000;
    private static final int CLOSELY = 6;

    private final List<String> lines;
    private final Set<EmailAddress> ours;
    private final Map<EmailAddress, Integer> found = new LinkedHashMap<>();

    private NamedRecipients(List<String> lines, Set<EmailAddress> ours) {
        this.lines = lines;
        this.ours = ours;
    }

    /** Exim tells them in a header. */
    static Map<EmailAddress, String> inHeader(Headers headers) {
        return headers.all("x-failed-recipients")
                .flatMap(value -> Addresses.parse(value).stream())
                .limit(MOST)
                .collect(Collectors.toMap(sender -> sender.address(), any -> "", (a, b) -> a, LinkedHashMap::new));
    }

    /** Whom the returned message was for, if that was one. */
    static Map<EmailAddress, String> only(Optional<Headers> original) {
        Set<EmailAddress> to = original.stream()
                .flatMap(headers -> headers.all("to"))
                .flatMap(value -> Addresses.parse(value).stream())
                .map(sender -> sender.address())
                .collect(Collectors.toSet());
        return to.size() == 1 ? Map.of(to.iterator().next(), "") : Map.of();
    }

    static Map<EmailAddress, String> inText(Headers headers, String text) {
        Set<EmailAddress> ours = writerAndReader(headers);
        NamedRecipients names = new NamedRecipients(upToOriginal(text), ours);
        names.onLines(NamedRecipients::atStart);
        names.onLines(NamedRecipients::atEnd);
        if (names.found.isEmpty()) {
            names.amongWords();
        }
        if (names.found.isEmpty()) {
            names = new NamedRecipients(
                    lines(text).filter(line -> !line.isEmpty()).toList(), ours);
            names.onLines(NamedRecipients::labelled);
        }
        return names.withStatuses();
    }

    private Map<EmailAddress, String> withStatuses() {
        Map<EmailAddress, String> statuses = new LinkedHashMap<>();
        found.forEach((address, line) -> statuses.put(behindAlias(address, line), status(line)));
        return statuses;
    }

    private static Set<EmailAddress> writerAndReader(Headers headers) {
        return List.of("from", "to", "sender").stream()
                .flatMap(headers::all)
                .flatMap(value -> Addresses.parse(value).stream())
                .map(sender -> sender.address())
                .collect(Collectors.toSet());
    }

    private static Stream<String> lines(String text) {
        return text.lines().limit(MOST_LINES).map(String::strip);
    }

    private static List<String> upToOriginal(String text) {
        List<String> lines = new ArrayList<>();
        Iterator<String> all = lines(text).iterator();
        while (all.hasNext()) {
            String line = all.next();
            if (beginsOriginal(line)) {
                break;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static boolean beginsOriginal(String line) {
        String start = (line.startsWith(">") ? line.substring(1).strip() : line).toLowerCase(Locale.ROOT);
        boolean divider = start.startsWith("---") && COPY.stream().anyMatch(start::contains);
        return divider || ORIGINAL.stream().anyMatch(start::startsWith);
    }

    private void onLines(Function<String, Optional<EmailAddress>> rule) {
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            rule.apply(lines.get(i)).ifPresent(address -> add(address, line));
        }
    }

    private void add(EmailAddress address, int line) {
        if (!Notice.isDaemon(address) && !ours.contains(address)) {
            found.putIfAbsent(address, line);
        }
    }

    /** The first line with an address near words of failure, and those right below it. */
    private void amongWords() {
        int lastWords = -CLOSELY;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            lastWords = Notice.tellsOfFailure(line) ? i : lastWords;
            Optional<EmailAddress> address = within(line).filter(found -> !ours.contains(found));
            if (address.isPresent() && i - lastWords < CLOSELY) {
                add(address.get(), i);
            } else if (!found.isEmpty()) {
                return;
            }
        }
    }

    /** Sendmail: {@code (expanded from: jane@x.example)} names the one that was written to. */
    private EmailAddress behindAlias(EmailAddress address, int line) {
        String next = line + 1 < lines.size() ? lines.get(line + 1).toLowerCase(Locale.ROOT) : "";
        return next.startsWith("(expanded from:") ? within(next).orElse(address) : address;
    }

    /** In the line of the address or closely below, before the next address; else anywhere. */
    private String status(int line) {
        for (int i = line; i < Math.min(line + CLOSELY, lines.size()); i++) {
            boolean nextOne = i > line && found.containsValue(i);
            Optional<String> status = nextOne ? Optional.empty() : Notice.status(lines.get(i));
            if (nextOne) {
                break;
            }
            if (status.isPresent()) {
                return status.get();
            }
        }
        return lines.stream()
                .filter(any -> found.size() == 1)
                .flatMap(any -> Notice.status(any).stream())
                .findFirst()
                .orElse("");
    }

    private static Optional<EmailAddress> atStart(String line) {
        int end = line.startsWith("<") ? line.indexOf('>') : endOfWord(line);
        if (end <= 0) {
            return Optional.empty();
        }
        return EmailAddress.parse(line.startsWith("<") ? line.substring(1, end) : line.substring(0, end));
    }

    /** A bare address counts only if the line ends with it or a colon follows. */
    private static int endOfWord(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) > ' ' && line.charAt(end) != ':') {
            end++;
        }
        return end == line.length() || line.charAt(end) == ':' ? end : 0;
    }

    /** {@code Unknown user: jane@x.example}, {@code undeliverable to …}, {@code * jane@x.example}; no header of the original. */
    private static Optional<EmailAddress> atEnd(String line) {
        int space = line.lastIndexOf(' ');
        String before = space < 0 ? "" : line.substring(0, space).strip().toLowerCase(Locale.ROOT);
        boolean header =
                before.endsWith(":") && before.indexOf(' ') < 0 && (before.indexOf('-') > 0 || before.length() <= 3);
        boolean introduced = LEADS.stream().anyMatch(before::endsWith) && !header;
        return introduced ? EmailAddress.parse(withoutFrame(line.substring(space + 1))) : Optional.empty();
    }

    /** {@code Recipient address: jane@x.example}, below fields of the original, and fields of a report that a gateway has made text. */
    private static Optional<EmailAddress> labelled(String line) {
        int colon = line.indexOf(':');
        boolean recipient =
                colon > 0 && line.substring(0, colon).toLowerCase(Locale.ROOT).contains("recipient");
        return recipient ? within(line.substring(colon + 1)) : Optional.empty();
    }

    private static String withoutFrame(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && "<\"'(".indexOf(word.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ">\"'),.".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(start, end);
    }

    /** The first thing in the line that has the form of an address, whatever stands around it. */
    private static Optional<EmailAddress> within(String line) {
        for (int at = line.indexOf('@'); at >= 0; at = line.indexOf('@', at + 1)) {
            int start = at;
            int end = at + 1;
            while (start > 0 && isOfAddress(line.charAt(start - 1))) {
                start--;
            }
            while (end < line.length() && isOfAddress(line.charAt(end))) {
                end++;
            }
            while (end > at && ".-".indexOf(line.charAt(end - 1)) >= 0) {
                end--;
            }
            Optional<EmailAddress> address = EmailAddress.parse(line.substring(start, end));
            boolean sender = line.regionMatches(true, start - FROM.length(), FROM, 0, FROM.length());
            if (!sender
                    && address.filter(known -> known.domain().indexOf('.') > 0).isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    private static boolean isOfAddress(char c) {
        return Character.isLetterOrDigit(c) || "._%+-!#$&*^~".indexOf(c) >= 0;
    }
}
