// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.command.Upload;
import dev.troubletickets.core.encryption.CustomerKeys;
import dev.troubletickets.core.encryption.MimeInside;
import dev.troubletickets.core.encryption.Signatures;
import dev.troubletickets.core.ticket.Case;
import dev.troubletickets.core.ticket.Inclusions;
import dev.troubletickets.event.TicketEvent.FileRevealed;
import dev.troubletickets.event.TicketEvent.InclusionsRevealed;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.Decryption;
import dev.troubletickets.spi.storage.EncryptionKeyStore.KeyData;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.view.AttachmentView;
import dev.troubletickets.view.Download;
import dev.troubletickets.view.Inclusion;
import dev.troubletickets.view.Signed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Encrypted blocks in plain text, for one technician: told in the history before anything is decrypted (F2). */
final class CoreRevealing extends StaffCalls {
    private static final int LARGEST = 1 << 28;
    private static final String OCTETS = "application/octet-stream";
    private static final List<String> ENDINGS = List.of(".asc", ".pgp", ".gpg");

    CoreRevealing(Desks desks, StaffId id) {
        super(desks, id);
    }

    List<Inclusion> reveal(MessageId message, UnaryOperator<Inclusions> choice) {
        List<KeyData> keys = new ArrayList<>();
        List<String> signers = new ArrayList<>();
        Inclusions wanted = write((scope, staff) -> {
            MessageData found = desks.downloads.message(scope, staff, message);
            staff.require(Permission.REVEAL);
            keys.clear();
            signers.clear();
            keys.addAll(desks.keys.toReadWith(scope.stores()));
            Case ticket = desks.desk.take(scope, staff, found.shownIn());
            signers.addAll(CustomerKeys.signers(scope, ticket.data().header().account()));
            Inclusions inclusions = choice.apply(Inclusions.of(found));
            ticket.happened(new InclusionsRevealed(message, inclusions.wanted()))
                    .save(staff.actor());
            return inclusions;
        });
        List<Inclusion> revealed = wanted.reveal(desks.keys.open(keys), signers);
        return desks.originals
                .inside(desks.keys.wired(), signers)
                .map(inside -> readable(inside, revealed))
                .orElse(revealed);
    }

    /** All of them, or they are all wiped. */
    private static List<Inclusion> readable(MimeInside inside, List<Inclusion> revealed) {
        List<Inclusion> readable = new ArrayList<>();
        try {
            revealed.forEach(each -> readable.add(inside.readable(each)));
            return readable;
        } catch (RuntimeException | Error e) {
            revealed.forEach(Inclusion::close);
            readable.forEach(Inclusion::close);
            throw e;
        }
    }

    List<Signed> signatures(MessageId message) {
        List<String> signers = new ArrayList<>();
        Signatures signed = read((scope, staff) -> {
            MessageData found = desks.downloads.message(scope, staff, message);
            TicketData ticket = desks.access.ticket(scope, staff, found.shownIn());
            signers.clear();
            signers.addAll(CustomerKeys.signers(scope, ticket.header().account()));
            Optional<byte[]> original = Optional.ofNullable(found.mail())
                    .filter(mail -> found.editedAt() == null)
                    .flatMap(mail -> scope.stores().intake().raw(mail));
            return Signatures.of(original, found.text());
        });
        return signed.isEmpty() ? List.of() : signed.check(desks.keys.encryption(), signers);
    }

    AttachmentView reveal(AttachmentId file, OutputStream into) {
        List<KeyData> keys = new ArrayList<>();
        long largest = desks.work.read(scope -> scope.settings().limits().attachmentBytes());
        Download encrypted = write((scope, staff) -> {
            MessageData message = desks.downloads.message(scope, staff, file.message());
            staff.require(Permission.REVEAL);
            keys.clear();
            keys.addAll(desks.keys.toReadWith(scope.stores()));
            Download kept = desks.downloads.download(scope, staff, file);
            Case ticket = desks.desk.take(scope, staff, message.shownIn());
            ticket.happened(new FileRevealed(file)).save(staff.actor());
            return kept;
        });
        try (InputStream in = encrypted.open()) {
            byte[] clear = decrypted(desks.keys.open(keys), in.readAllBytes(), (int) Math.min(LARGEST, largest));
            try {
                AttachmentView view = encrypted.file();
                desks.files.requireClean(Upload.of(withoutEnding(view.name()), OCTETS, clear));
                into.write(clear);
                return new AttachmentView(view.id(), withoutEnding(view.name()), OCTETS, clear.length, view.safety());
            } finally {
                Arrays.fill(clear, (byte) 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] decrypted(Decryption decryption, byte[] encrypted, int largest) {
        try {
            return decryption.decryptFile(encrypted, largest);
        } catch (CannotDecrypt e) {
            throw new Unavailable("encryption", "the file cannot be read: " + e.reason(), e);
        }
    }

    private static String withoutEnding(String name) {
        return ENDINGS.stream()
                .filter(ending -> name.length() > ending.length()
                        && name.toLowerCase(Locale.ROOT).endsWith(ending))
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .orElse(name);
    }
}
