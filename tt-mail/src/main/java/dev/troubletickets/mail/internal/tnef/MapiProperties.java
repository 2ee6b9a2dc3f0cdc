// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.tnef;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The MAPI properties of a message or an attachment (MS-OXTNEF section 2.1.3.4), by their number; of several values the first. */
final class MapiProperties {
    static final int BODY = 0x1000;
    static final int RTF = 0x1009;
    static final int HTML = 0x1013;
    static final int DISPLAY_NAME = 0x3001;
    static final int DATA = 0x3701;
    static final int NAME = 0x3704;
    static final int LONG_NAME = 0x3707;
    static final int TYPE = 0x370e;
    static final int CONTENT_ID = 0x3712;
    static final int CODE_PAGE = 0x3fde;
    static final int OBJECT_TYPE = 0x0d;

    private static final int SEVERAL = 0x1000;
    private static final int FIRST_NAMED = 0x8000;
    private static final int GUID_SIZE = 16;
    private static final int UNICODE_TYPE = 0x1f;

    private final Map<Integer, Value> values = new HashMap<>();

    record Value(int type, byte[] bytes) {
        String text(Charset charset) {
            String text = new String(bytes, type == UNICODE_TYPE ? UTF_16LE : charset);
            int end = text.indexOf('\0');
            return end < 0 ? text : text.substring(0, end);
        }
    }

    private MapiProperties() {}

    static MapiProperties none() {
        return new MapiProperties();
    }

    /** @throws BufferUnderflowException if they are cut off, or of a type nobody knows */
    static MapiProperties read(ByteBuffer in) {
        in.order(ByteOrder.LITTLE_ENDIAN);
        MapiProperties properties = new MapiProperties();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            properties.property(in);
        }
        return properties;
    }

    Optional<Value> get(int number) {
        return Optional.ofNullable(values.get(number));
    }

    Optional<String> text(int number, Charset charset) {
        return get(number).map(value -> value.text(charset)).filter(text -> !text.isBlank());
    }

    private void property(ByteBuffer in) {
        int type = in.getShort() & 0xffff;
        int number = in.getShort() & 0xffff;
        if (number >= FIRST_NAMED) {
            name(in);
        }
        boolean several = (type & SEVERAL) != 0;
        int plainType = type & ~SEVERAL;
        int size = size(plainType);
        int count = several || size < 0 ? in.getInt() : 1;
        for (int i = 0; i < count; i++) {
            byte[] value = take(in, size < 0 ? in.getInt() : size);
            if (number < FIRST_NAMED) {
                values.putIfAbsent(number, new Value(plainType, value));
            }
        }
    }

    private static void name(ByteBuffer in) {
        take(in, GUID_SIZE);
        int isText = in.getInt();
        if (isText == 0) {
            in.getInt();
        } else {
            take(in, in.getInt());
        }
    }

    /** Bytes, then as many as fill up four. */
    private static byte[] take(ByteBuffer in, int size) {
        if (size < 0 || size > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[size];
        in.get(bytes);
        in.position(Math.min(in.limit(), in.position() + (4 - size % 4) % 4));
        return bytes;
    }

    /** Of one value; -1 where it says so itself. */
    private static int size(int type) {
        return switch (type) {
            case 0x02, 0x0b -> Short.BYTES;
            case 0x03, 0x04, 0x0a -> Integer.BYTES;
            case 0x05, 0x06, 0x07, 0x14, 0x40 -> Long.BYTES;
            case 0x48 -> GUID_SIZE;
            case OBJECT_TYPE, 0x1e, UNICODE_TYPE, 0x102 -> -1;
            default -> throw new BufferUnderflowException();
        };
    }
}
