// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.quotes.QuotedHistory;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport;
import dev.troubletickets.spi.mail.ParsedMail.Part;
import dev.troubletickets.view.MailClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A message and its outcome as an object of JSON. All fields are always there; what is missing is null, or an empty list. */
final class Fields {
    private Fields() {}

    static Map<String, @Nullable Object> of(String file, Optional<Message> message, Outcome outcome) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("file", file);
        fields.put("outcome", outcome.kind().toString());
        fields.put("ticket", outcome.ticket().orElse(null));
        fields.put("class", outcome.mailClass().map(Fields::lower).orElse(null));
        putHeaders(fields, message);
        putBody(fields, message.filter(Message::hasBody));
        fields.put("bounce", message.flatMap(found -> report(found, outcome)).orElse(null));
        fields.put("why", outcome.why());
        return fields;
    }

    private static void putHeaders(Map<String, @Nullable Object> fields, Optional<Message> message) {
        Optional<ParsedMail> mail = message.map(Message::mail);
        Optional<ParsedMail.Sender> from = mail.flatMap(ParsedMail::from);
        fields.put("from", from.map(sender -> sender.address().value()).orElse(null));
        fields.put("fromName", from.flatMap(sender -> text(sender.name())).orElse(null));
        fields.put("to", message.map(found -> addresses(found, "to")).orElse(List.of()));
        fields.put("cc", message.map(found -> addresses(found, "cc")).orElse(List.of()));
        Optional<String> subject =
                mail.filter(found -> found.header("subject").isPresent()).map(ParsedMail::subject);
        fields.put("subject", subject.orElse(null));
        fields.put("date", message.flatMap(Message::date).map(Object::toString).orElse(null));
        fields.put("messageId", mail.flatMap(ParsedMail::messageId).orElse(null));
    }

    private static void putBody(Map<String, @Nullable Object> fields, Optional<Message> message) {
        Optional<String> text = message.map(found -> found.mail().text());
        fields.put("text", text.orElse(null));
        fields.put(
                "visible", text.map(whole -> QuotedHistory.in(whole).visible()).orElse(null));
        fields.put("html", message.flatMap(Message::html).orElse(null));
        fields.put(
                "attachments",
                message.map(found -> found.mail().attachments()).orElse(List.of()).stream()
                        .map(Fields::attachment)
                        .toList());
    }

    private static Map<String, @Nullable Object> attachment(Part part) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", text(part.name()).orElse(null));
        fields.put("type", text(part.type()).orElse(null));
        fields.put("size", part.content().length);
        fields.put("sha256", Digests.sha256(part.content()));
        return fields;
    }

    /** Of a delivery report alone: who forwards one to ask about it is not one. */
    private static Optional<Map<String, Object>> report(Message message, Outcome outcome) {
        Optional<DeliveryReport> report = message.mail().report();
        boolean bounce = outcome.mailClass().map(MailClass.BOUNCE::equals).orElseGet(report::isPresent);
        return bounce
                ? Optional.of(Map.of(
                        "recipients",
                        Stream.concat(
                                        report.stream().flatMap(found -> found.recipients().stream()),
                                        namedBesides(message.mail()))
                                .map(Fields::recipient)
                                .toList()))
                : Optional.empty();
    }

    /** Whom Exim names beside a text of its own. */
    private static Stream<DeliveryReport.Recipient> namedBesides(ParsedMail mail) {
        List<EmailAddress> reported = mail.report().map(DeliveryReport::recipients).orElse(List.of()).stream()
                .map(DeliveryReport.Recipient::address)
                .toList();
        return Stream.of(mail.header("x-failed-recipients").orElse("").split(","))
                .flatMap(address -> EmailAddress.parse(address.strip()).stream())
                .filter(address -> !reported.contains(address))
                .map(address -> new DeliveryReport.Recipient(address, "failed", ""));
    }

    private static Map<String, @Nullable Object> recipient(DeliveryReport.Recipient recipient) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("address", recipient.address().value());
        fields.put("action", text(recipient.action()).orElse(null));
        fields.put("status", text(recipient.status()).orElse(null));
        fields.put("permanent", recipient.isPermanent());
        return fields;
    }

    private static List<String> addresses(Message message, String header) {
        return message.addresses(header).stream().map(EmailAddress::value).toList();
    }

    private static Optional<String> text(String value) {
        return Optional.of(value).filter(present -> !present.isEmpty());
    }

    private static String lower(MailClass each) {
        return each.name().toLowerCase(Locale.ROOT);
    }
}
