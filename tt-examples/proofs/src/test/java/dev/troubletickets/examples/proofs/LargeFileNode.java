// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Upload;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.files.DirectoryBlobs;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.Limits;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.AttachmentView;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A process with little memory, in which a customer attaches a large file and gets it back; says its size and the digest of what came back. */
final class LargeFileNode {
    private LargeFileNode() {}

    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        long size = Long.parseLong(arguments[1]);
        try (Storage storage = Stores.open(arguments[0])) {
            SupportCenter.Builder builder = SupportCenter.builder()
                    .storage(storage)
                    .identity(Desk.people())
                    // reads all of it, as a scanner does
                    .scanner((bytes, content) -> {
                        content.transferTo(OutputStream.nullOutputStream());
                        return Optional.empty();
                    })
                    .installation(Settings.of("Example Hosting", EmailAddress.of("support@example.com"))
                            .withLimits(new Limits(1000, 1, size, 1)));
            if (arguments.length > 2) {
                builder.files(DirectoryBlobs.in(Path.of(arguments[2])));
            }
            there(builder.build().customer(AccountId.of("jane")), size);
        }
    }

    private static void there(CustomerDesk jane, long size) throws NoSuchAlgorithmException {
        Upload image = Upload.of("disk.img", "application/octet-stream", size, () -> new Noise(size));
        TicketId ticket = jane.open(NewTicket.of("Disk", "Here is the image.").attach(image));
        AttachmentView file =
                jane.ticket(ticket).messages().get(0).attachments().get(0);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        jane.download(file.id()).to(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        System.out.println(file.size() + " " + HexFormat.of().formatHex(digest.digest()));
    }

    /** Bytes that are always the same, no two stretches of which are, and none of which is kept. */
    static final class Noise extends InputStream {
        private final long size;
        private long at;

        Noise(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return at < size ? next() & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = (int) Math.min(length, size - at);
            for (int i = 0; i < count; i++) {
                into[from + i] = next();
            }
            return count == 0 && length > 0 ? -1 : count;
        }

        private byte next() {
            long mixed = (at++ + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
            return (byte) (mixed >>> 56);
        }
    }
}
