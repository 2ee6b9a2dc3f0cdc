// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import dev.troubletickets.spi.mail.OutgoingMail;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Message-IDs in headers (RFC 5322 section 3.6.4): what has the form {@code <left@right>}, between whatever else is written. */
final class MessageIds {
    private static final int MOST = 100;

    private MessageIds() {}

    static Optional<String> messageId(Headers headers) {
        return headers.all("message-id").flatMap(value -> in(value).stream()).findFirst();
    }

    /** In-Reply-To, then References from its end; at most 100. */
    static List<String> ancestors(Headers headers) {
        Set<String> ids = new LinkedHashSet<>();
        headers.all("in-reply-to").forEach(value -> ids.addAll(in(value)));
        List<String> references = new ArrayList<>();
        headers.all("references").forEach(value -> references.addAll(in(value)));
        Collections.reverse(references);
        ids.addAll(references);
        return ids.stream().limit(MOST).toList();
    }

    static List<String> in(String value) {
        List<String> ids = new ArrayList<>();
        int open = value.indexOf('<');
        while (open >= 0) {
            int close = value.indexOf('>', open);
            if (close < 0) {
                break;
            }
            int start = value.lastIndexOf('<', close);
            String id = value.substring(start, close + 1);
            if (id.indexOf('@') > 0 && OutgoingMail.isMessageId(id)) {
                ids.add(id);
            }
            open = value.indexOf('<', close);
        }
        return ids;
    }
}
