// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.command.Upload;
import dev.troubletickets.core.encryption.CustomerKeys;
import dev.troubletickets.core.encryption.DiscreetDecryption;
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
import dev.troubletickets.spi.encryption.DecryptedBytes;
import dev.troubletickets.spi.encryption.DecryptedFile;
import dev.troubletickets.spi.encryption.Decryption;
import dev.troubletickets.spi.storage.EncryptionKeyStore.KeyData;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.view.AttachmentView;
import dev.troubletickets.view.Download;
import dev.troubletickets.view.EncryptedFile;
import dev.troubletickets.view.Inclusion;
import dev.troubletickets.view.Signed;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
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
        List<Inclusion> revealed = wanted.reveal(new DiscreetDecryption(desks.keys.open(keys)), signers);
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

    EncryptedFile reveal(AttachmentId file) {
        List<KeyData> keys = new ArrayList<>();
        List<String> signers = new ArrayList<>();
        long largest = desks.work.read(scope -> scope.settings().limits().attachmentBytes());
        Download kept = write((scope, staff) -> {
            MessageData message = desks.downloads.message(scope, staff, file.message());
            staff.require(Permission.REVEAL);
            keys.clear();
            signers.clear();
            keys.addAll(desks.keys.toReadWith(scope.stores()));
            Download found = desks.downloads.download(scope, staff, file);
            Case ticket = desks.desk.take(scope, staff, message.shownIn());
            signers.addAll(CustomerKeys.signers(scope, ticket.data().header().account()));
            ticket.happened(new FileRevealed(file)).save(staff.actor());
            return found;
        });
        Decryption decryption = new DiscreetDecryption(desks.keys.open(keys));
        try {
            return readable(
                    kept.file(), decryption.decryptFile(bytes(kept), (int) Math.min(LARGEST, largest), signers));
        } catch (CannotDecrypt e) {
            return new EncryptedFile.Unreadable(file, e.reason());
        }
    }

    private static byte[] bytes(Download kept) {
        try (InputStream in = kept.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Unavailable("files", "a file could not be read", e);
        }
    }

    private EncryptedFile readable(AttachmentView kept, DecryptedFile found) {
        DecryptedBytes content = found.content();
        try {
            Upload clear = Upload.of(withoutEnding(kept.name()), OCTETS, content.size(), content::open);
            desks.files.requireClean(clear);
            AttachmentView view =
                    new AttachmentView(kept.id(), clear.name(), clear.type(), clear.size(), kept.safety());
            return new EncryptedFile.Readable(view, content, found.signature());
        } catch (RuntimeException | Error e) {
            content.close();
            throw e;
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
