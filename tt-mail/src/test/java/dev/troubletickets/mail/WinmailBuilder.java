// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** Builds a winmail.dat attribute by attribute (MS-OXTNEF), to be read by what knows nothing of this. */
final class WinmailBuilder {
    static final int MESSAGE_PROPERTIES = 0x69003;
    static final int ATTACHED_BEGIN = 0x69002;
    static final int ATTACHED_TITLE = 0x18010;
    static final int ATTACHED_DATA = 0x6800f;
    static final int ATTACHED_PROPERTIES = 0x69005;
    static final int BODY = 0x2800c;
    static final int CODE_PAGE = 0x69007;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    WinmailBuilder() {
        number(0x223e9f78);
        out.write(1);
        out.write(0);
    }

    WinmailBuilder attribute(int id, byte[] data) {
        out.write(id >= 0x9000 && (id & 0xffff) != 0x9003 ? 2 : 1);
        number(id);
        number(data.length);
        out.writeBytes(data);
        int sum = 0;
        for (byte b : data) {
            sum += b & 0xff;
        }
        out.write(sum);
        out.write(sum >> 8);
        return this;
    }

    WinmailBuilder file(String title, byte[] content, byte[]... properties) {
        attribute(ATTACHED_BEGIN, new byte[14]);
        attribute(ATTACHED_TITLE, (title + "\0").getBytes(ISO_8859_1));
        attribute(ATTACHED_DATA, content);
        return attribute(ATTACHED_PROPERTIES, properties(properties));
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** In a mail with nothing else to read. */
    String mail() {
        return mail(bytes());
    }

    static String mail(byte[] winmail) {
        return "From: jane@x.example\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n"
                + "Content-Disposition: attachment; filename=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(winmail);
    }

    static byte[] properties(byte[]... properties) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(le(properties.length));
        for (byte[] property : properties) {
            all.writeBytes(property);
        }
        return all.toByteArray();
    }

    static byte[] unicode(int number, String text) {
        return variable(0x1f, number, (text + "\0").getBytes(UTF_16LE));
    }

    static byte[] binary(int number, byte[] value) {
        return variable(0x102, number, value);
    }

    static byte[] object(int number, byte[] value) {
        ByteArrayOutputStream withInterface = new ByteArrayOutputStream();
        withInterface.writeBytes(new byte[16]);
        withInterface.writeBytes(value);
        return variable(0x0d, number, withInterface.toByteArray());
    }

    private static byte[] variable(int type, int number, byte[] value) {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        one.writeBytes(le(type | number << 16));
        one.writeBytes(le(1));
        one.writeBytes(le(value.length));
        one.writeBytes(value);
        one.writeBytes(new byte[(4 - value.length % 4) % 4]);
        return one.toByteArray();
    }

    /** RTF in the frame of MS-OXRTFCP: each byte literally, then the end. */
    static byte[] packed(String rtf) {
        ByteArrayOutputStream tokens = new ByteArrayOutputStream();
        byte[] bytes = rtf.getBytes(ISO_8859_1);
        int written = 0;
        while (bytes.length - written >= 8) {
            tokens.write(0);
            tokens.write(bytes, written, 8);
            written += 8;
        }
        int rest = bytes.length - written;
        tokens.write(1 << rest);
        tokens.write(bytes, written, rest);
        int end = (207 + bytes.length) % 4096 << 4;
        tokens.write(end >> 8);
        tokens.write(end);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(le(tokens.size() + 12));
        all.writeBytes(le(bytes.length));
        all.writeBytes(le(0x75465a4c));
        all.writeBytes(le(0));
        all.writeBytes(tokens.toByteArray());
        return all.toByteArray();
    }

    private void number(int value) {
        out.writeBytes(le(value));
    }

    static byte[] le(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
