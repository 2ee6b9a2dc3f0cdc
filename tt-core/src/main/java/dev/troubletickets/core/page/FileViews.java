// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.FileData;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.MessageData.AttachmentData;
import dev.troubletickets.view.AttachmentView;
import dev.troubletickets.view.AttachmentView.Safety;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The files of some messages as their readers see them (F3). */
public final class FileViews {
    private final Map<BlobKey, Safety> safety;

    private FileViews(Map<BlobKey, Safety> safety) {
        this.safety = safety;
    }

    /** Asks once for the files of all these messages. */
    public static FileViews of(Scope scope, Collection<MessageData> messages) {
        List<BlobKey> files = messages.stream()
                .flatMap(message -> message.attachments().stream())
                .map(AttachmentData::blob)
                .distinct()
                .toList();
        List<FileData> known =
                files.isEmpty() ? List.of() : scope.stores().files().find(files);
        return new FileViews(known.stream()
                .collect(Collectors.toMap(FileData::key, file -> safety(scope, file.scan()))));
    }

    /** In the order they were attached. */
    public List<AttachmentView> of(MessageData message) {
        return message.attachments().stream().map(this::of).toList();
    }

    /** One that is not known of is given to nobody. */
    private AttachmentView of(AttachmentData file) {
        Safety safe = safety.getOrDefault(file.blob(), Safety.UNKNOWN);
        return new AttachmentView(file.id(), file.name(), file.type(), file.size(), safe);
    }

    /** Where nobody looks, nothing waits. */
    private static Safety safety(Scope scope, FileData.Scan scan) {
        return switch (scan) {
            case CLEAN -> Safety.CLEAN;
            case WAITING -> scope.files().areScanned() ? Safety.UNKNOWN : Safety.CLEAN;
            case INFECTED -> Safety.HARMFUL;
        };
    }
}
