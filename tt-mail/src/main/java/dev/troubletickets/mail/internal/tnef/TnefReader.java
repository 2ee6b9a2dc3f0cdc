// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.tnef;

import dev.troubletickets.mail.internal.tnef.MapiProperties.Value;
import dev.troubletickets.mail.internal.tnef.Tnef.Body;
import dev.troubletickets.mail.internal.tnef.Tnef.File;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads attribute by attribute (MS-OXTNEF section 2.1); what it does not know it leaves out. */
final class TnefReader {
    private static final int TEXT = 0x800c;
    private static final int ATTACHED_DATA = 0x800f;
    private static final int ATTACHED_TITLE = 0x8010;
    private static final int ATTACHED_BEGIN = 0x9002;
    private static final int MESSAGE_PROPERTIES = 0x9003;
    private static final int ATTACHED_PROPERTIES = 0x9005;
    private static final int CODE_PAGE = 0x9007;
    private static final int CHECKSUM = 2;
    private static final int HEADER = 6;
    private static final int INTERFACE_ID = 16;
    private static final int WESTERN = 1252;
    private static final int MARKUP = 8;

    private final int depth;
    private final int characters;
    private final List<File> files = new ArrayList<>();
    private Charset charset = CodePages.charset(WESTERN);
    private MapiProperties message = MapiProperties.none();
    private String text = "";
    private Optional<Attached> attached = Optional.empty();
    private Optional<Body> innerBody = Optional.empty();

    /** An attachment whose attributes are not complete yet. */
    private static final class Attached {
        private MapiProperties properties = MapiProperties.none();
        private byte[] title = {};
        private Optional<byte[]> data = Optional.empty();
    }

    TnefReader(int depth, int characters) {
        this.depth = depth;
        this.characters = characters;
    }

    /** @throws BufferUnderflowException if it is cut off or damaged; what stood before stays read */
    void read(ByteBuffer in) {
        try {
            in.position(Math.min(in.limit(), HEADER));
            while (in.remaining() > HEADER) {
                in.get();
                int attribute = in.getInt() & 0xffff;
                attribute(attribute, take(in, in.getInt()));
                in.position(Math.min(in.limit(), in.position() + CHECKSUM));
            }
        } finally {
            finish();
        }
    }

    List<File> files() {
        return files;
    }

    /** Plain text wins over HTML, and that over RTF. */
    Optional<Body> body() {
        Charset ofHtml = message.get(MapiProperties.CODE_PAGE)
                .map(value -> ByteBuffer.wrap(value.bytes())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt())
                .map(CodePages::charset)
                .orElse(charset);
        return message.text(MapiProperties.BODY, charset)
                .or(() -> Optional.of(text).filter(plain -> !plain.isBlank()))
                .map(plain -> new Body(plain, false))
                .or(() -> message.text(MapiProperties.HTML, ofHtml).map(html -> new Body(html, true)))
                .or(() -> message.get(MapiProperties.RTF).flatMap(this::rtf))
                .or(() -> innerBody);
    }

    private Optional<Body> rtf(Value packed) {
        int limit = (int) Math.min(Integer.MAX_VALUE - MARKUP, (long) MARKUP * characters + (1 << 20));
        Rtf rtf = Rtf.read(CompressedRtf.unpack(packed.bytes(), limit), limit);
        return Optional.of(new Body(rtf.content(), rtf.isHtml()))
                .filter(body -> !body.content().isBlank());
    }

    private void attribute(int attribute, ByteBuffer data) {
        switch (attribute) {
            case CODE_PAGE -> charset = CodePages.charset(data.getInt());
            case TEXT -> text = string(bytes(data));
            case MESSAGE_PROPERTIES -> message = MapiProperties.read(data);
            case ATTACHED_BEGIN -> {
                finish();
                attached = Optional.of(new Attached());
            }
            case ATTACHED_TITLE -> attached().title = bytes(data);
            case ATTACHED_DATA -> attached().data = Optional.of(bytes(data));
            case ATTACHED_PROPERTIES -> attached().properties = MapiProperties.read(data);
            default -> {}
        }
    }

    private Attached attached() {
        if (attached.isEmpty()) {
            attached = Optional.of(new Attached());
        }
        return attached.get();
    }

    private void finish() {
        attached.ifPresent(this::add);
        attached = Optional.empty();
    }

    private void add(Attached file) {
        Optional<Value> object = file.properties.get(MapiProperties.DATA);
        byte[] data = file.data.or(() -> object.map(Value::bytes)).orElse(new byte[0]);
        boolean isObject = object.filter(value -> value.type() == MapiProperties.OBJECT_TYPE)
                .isPresent();
        if (isObject && file.data.filter(bytes -> bytes.length > 0).isEmpty()) {
            data = Arrays.copyOfRange(data, Math.min(INTERFACE_ID, data.length), data.length);
        }
        if (depth > 0 && Tnef.isTnef(data)) {
            inner(Tnef.read(data, depth - 1, characters));
            return;
        }
        String name = name(file);
        if (data.length > 0 || !name.isEmpty()) {
            files.add(new File(
                    name,
                    file.properties.text(MapiProperties.TYPE, charset).orElse(""),
                    data,
                    file.properties.text(MapiProperties.CONTENT_ID, charset)));
        }
    }

    /** A message inside: its files are ours; its text is one more, unless we have none. */
    private void inner(Tnef message) {
        files.addAll(message.files());
        innerBody = innerBody.or(message::body);
    }

    private String name(Attached file) {
        return file.properties
                .text(MapiProperties.LONG_NAME, charset)
                .or(() -> Optional.of(string(file.title)).filter(title -> !title.isBlank()))
                .or(() -> file.properties.text(MapiProperties.NAME, charset))
                .or(() -> file.properties.text(MapiProperties.DISPLAY_NAME, charset))
                .orElse("");
    }

    private String string(byte[] bytes) {
        String plain = new String(bytes, charset);
        int end = plain.indexOf('\0');
        return end < 0 ? plain : plain.substring(0, end);
    }

    private static byte[] bytes(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }

    private static ByteBuffer take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer data = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + length);
        return data;
    }
}
