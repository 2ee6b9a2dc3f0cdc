// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.troubletickets.mail.internal.mime.Entity.Leaf;
import dev.troubletickets.mail.internal.mime.Entity.Multipart;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteSequence;

/**
 * Bytes to a tree of entities. The tokens of mime4j come one by one, so nesting costs no stack and is refused before it is followed;
 * attached messages stay closed. A multipart without parts becomes a leaf of plain text.
 */
final class EntityReader {
    /** Beyond this no limit is taken at its word: each level is a stream reading from the one below. */
    private static final int DEEPEST = 200;

    private final MailLimits limits;
    private final MimeTokenStream tokens;
    private final Deque<Open> open = new ArrayDeque<>();
    private Headers headers = new Headers();
    private int headerBytes;
    private int parts;
    private int withoutBoundary;

    /** A multipart whose end has not come yet. */
    private static final class Open {
        private final Headers headers;
        private final String type;
        private final List<Entity> children = new ArrayList<>();
        private byte[] preamble = {};

        private Open(Headers headers, String type) {
            this.headers = headers;
            this.type = type;
        }
    }

    private EntityReader(MailLimits limits) {
        this.limits = limits;
        this.tokens = new MimeTokenStream(MimeConfig.custom()
                .setMaxContentLen(-1)
                .setMaxHeaderCount(-1)
                .setMaxHeaderLen(limits.headerBytes())
                .setMaxLineLen(-1)
                .build());
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    }

    /** @throws MimeException if mime4j gives up */
    static Entity read(byte[] raw, MailLimits limits) throws LimitExceeded, MimeException, IOException {
        EntityReader reader = new EntityReader(limits);
        try {
            reader.tokens.parse(new ByteArrayInputStream(raw));
            return reader.read();
        } catch (MaxHeaderLengthLimitException tooLong) {
            throw new LimitExceeded("headerBytes", limits.headerBytes());
        }
    }

    private Entity read() throws LimitExceeded, MimeException, IOException {
        Optional<Entity> root = Optional.empty();
        while (root.isEmpty()) {
            Optional<Entity> complete = token();
            if (open.isEmpty()) {
                root = complete;
            } else {
                complete.ifPresent(open.element().children::add);
            }
            tokens.next();
        }
        return root.get();
    }

    /** What ends here. */
    private Optional<Entity> token() throws LimitExceeded, MimeException, IOException {
        switch (tokens.getState()) {
            case T_START_MESSAGE, T_START_BODYPART -> begin();
            case T_FIELD -> field();
            case T_START_MULTIPART -> {
                return beginMultipart();
            }
            case T_PREAMBLE -> open.element().preamble = tokens.getInputStream().readAllBytes();
            case T_BODY -> {
                return Optional.of(leaf(type()));
            }
            case T_END_MULTIPART -> {
                return endMultipart();
            }
            case T_END_OF_STREAM -> throw new MimeException("no message");
            default -> {}
        }
        return Optional.empty();
    }

    private void begin() throws LimitExceeded {
        headers = new Headers();
        headerBytes = 0;
        parts++;
        if (parts > limits.parts()) {
            throw new LimitExceeded("parts", limits.parts());
        }
    }

    private void field() throws LimitExceeded {
        String field = raw(tokens.getField());
        headerBytes += field.length();
        if (headerBytes > limits.headerBytes()) {
            throw new LimitExceeded("headerBytes", limits.headerBytes());
        }
        headers.add(field);
    }

    private static String raw(Field field) {
        ByteSequence bytes = field.getRaw();
        return bytes == null ? field.getName() + ":" + field.getBody() : new String(bytes.toByteArray(), ISO_8859_1);
    }

    /** Without a boundary it is text. */
    private Optional<Entity> beginMultipart() throws LimitExceeded, IOException {
        String boundary = tokens.getBodyDescriptor().getBoundary();
        if (boundary == null || boundary.isBlank()) {
            withoutBoundary++;
            return Optional.of(leaf("text/plain"));
        }
        if (open.size() >= Math.min(limits.depth(), DEEPEST)) {
            throw new LimitExceeded("depth", limits.depth());
        }
        open.push(new Open(headers, type()));
        return Optional.empty();
    }

    private Optional<Entity> endMultipart() {
        if (withoutBoundary > 0) {
            withoutBoundary--;
            return Optional.empty();
        }
        Open ended = open.pop();
        return Optional.of(
                ended.children.isEmpty()
                        ? new Leaf(ended.headers, "text/plain", ended.preamble, open.isEmpty())
                        : new Multipart(ended.headers, ended.type, ended.children));
    }

    private Leaf leaf(String type) throws IOException {
        return new Leaf(headers, type, tokens.getInputStream().readAllBytes(), open.isEmpty());
    }

    private String type() {
        String type = tokens.getBodyDescriptor().getMimeType();
        return type == null ? "text/plain" : type.toLowerCase(Locale.ROOT);
    }
}
