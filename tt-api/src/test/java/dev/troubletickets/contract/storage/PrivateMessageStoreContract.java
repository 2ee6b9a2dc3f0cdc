// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.MARY;
import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.messages.PrivateMessageId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.PrivateMessageStore.Copy;
import dev.troubletickets.spi.storage.PrivateMessageStore.Found;
import dev.troubletickets.spi.storage.PrivateMessageStore.Header;
import dev.troubletickets.spi.storage.PrivateMessageStore.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Private messages (E8): a copy for each, which goes when its owner deletes it, and the message with the last one. */
public interface PrivateMessageStoreContract extends StorageUnderTest {
    StaffId ANNA = StaffId.of("anna b");

    @Test
    @Tag("E8")
    default void aMessageComesBackAsItWasSent() {
        Header header = header(JOHN, MARY, ANNA);
        PrivateMessageId id = sent(header);

        Found found = read().privateMessages().find(id).orElseThrow();
        assertThat(found.header()).isEqualTo(header);
        assertThat(found.text()).isEqualTo(UNICODE + "a".repeat(100_000));
        assertThat(found.keptBySender()).isTrue();
        assertThat(found.copies()).containsExactlyInAnyOrder(new Copy(MARY, true), new Copy(ANNA, true));
        assertThat(found.copyOf(JOHN)).isEmpty();
        assertThat(read().privateMessages().find(PrivateMessageId.of(id.value() + 1)))
                .isEmpty();
    }

    @Test
    @Tag("E8")
    default void listsHoldOnesOwnTheNewestFirst() {
        List<PrivateMessageId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, sent(header(JOHN, MARY)));
        }
        sent(header(MARY, ANNA));
        PrivateMessageId self = sent(header(JOHN, JOHN));

        assertThat(ids(read().privateMessages().inbox(MARY, Optional.empty(), 50)))
                .isEqualTo(ids);
        assertThat(ids(read().privateMessages().inbox(MARY, Optional.of(ids.get(1)), 2)))
                .isEqualTo(ids.subList(2, 4));
        assertThat(ids(read().privateMessages().sent(JOHN, Optional.of(self), 4)))
                .isEqualTo(ids.subList(0, 4));
        assertThat(ids(read().privateMessages().inbox(JOHN, Optional.empty(), 50)))
                .containsExactly(self);
        assertThat(read().privateMessages().sent(JOHN, Optional.empty(), 1))
                .containsExactly(new Listed(self, header(JOHN, JOHN), false));
    }

    @Test
    @Tag("E8")
    default void itIsReadByEachForThemselves() {
        PrivateMessageId id = sent(header(JOHN, MARY, ANNA));
        sent(header(JOHN, MARY));
        assertThat(read().privateMessages().unread(MARY)).isEqualTo(2);

        write().privateMessages().markRead(id, MARY);
        write().privateMessages().markRead(id, JOHN);

        assertThat(read().privateMessages().unread(MARY)).isEqualTo(1);
        assertThat(read().privateMessages().unread(ANNA)).isEqualTo(1);
        assertThat(read().privateMessages().unread(JOHN)).isZero();
        assertThat(read().privateMessages().inbox(MARY, Optional.empty(), 50))
                .extracting(Listed::unread)
                .containsExactly(true, false);
    }

    @Test
    @Tag("E8")
    default void aCopyGoesForItsOwnerAloneAndTheMessageWithTheLastOne() {
        PrivateMessageId id = sent(header(JOHN, MARY, ANNA));

        assertThat(write().privateMessages().deleteReceived(id, JOHN)).isFalse();
        assertThat(write().privateMessages().deleteSent(id, MARY)).isFalse();
        assertThat(write().privateMessages().deleteReceived(id, MARY)).isTrue();
        assertThat(write().privateMessages().deleteReceived(id, MARY)).isFalse();
        assertThat(read().privateMessages().inbox(MARY, Optional.empty(), 50)).isEmpty();
        assertThat(read().privateMessages().find(id).orElseThrow().copies()).containsExactly(new Copy(ANNA, true));
        assertThat(write().privateMessages().deleteSent(id, JOHN)).isTrue();
        assertThat(write().privateMessages().deleteSent(id, JOHN)).isFalse();
        assertThat(read().privateMessages().sent(JOHN, Optional.empty(), 50)).isEmpty();
        assertThat(read().privateMessages().find(id).orElseThrow().keptBySender())
                .isFalse();
        assertThat(write().privateMessages().deleteReceived(id, ANNA)).isTrue();
        assertThat(read().privateMessages().find(id)).isEmpty();
    }

    private PrivateMessageId sent(Header header) {
        return write().privateMessages().create(header, UNICODE + "a".repeat(100_000));
    }

    private static Header header(StaffId from, StaffId... to) {
        return new Header(from, List.of(to), "Subject " + UNICODE.strip(), minutes(3));
    }

    private static List<PrivateMessageId> ids(List<Listed> messages) {
        return messages.stream().map(Listed::id).toList();
    }
}
