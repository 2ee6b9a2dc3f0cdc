// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.settings.PredefinedReply;
import dev.troubletickets.settings.PredefinedReply.Content;
import dev.troubletickets.settings.PredefinedReplyId;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Predefined replies (F4). */
@Tag("F4")
public interface PredefinedReplyStoreContract extends StorageUnderTest {
    @Test
    default void aReplyComesBackAsItWasKeptAndIsReplaced() {
        QueueId queue = queue("One");
        Content first = Content.of("Žaneta \uD83D\uDE80", Wording.of(UNICODE).in(Locale.GERMAN, "Größe\nzwei"), queue);
        Content second = Content.of("t".repeat(100), Wording.of("w".repeat(10_000)));

        PredefinedReplyId id = create(first);
        assertThat(read().replies().find(id)).contains(new PredefinedReply(id, first));
        write().replies().change(new PredefinedReply(id, second));
        assertThat(read().replies().find(id)).contains(new PredefinedReply(id, second));
        assertThat(read().replies().search(Set.of(), List.of(), 10)).containsExactly(new PredefinedReply(id, second));
    }

    @Test
    default void aDeletedReplyIsGoneAndChangesNoMore() {
        PredefinedReplyId gone = create(content("Gone"));
        PredefinedReplyId stays = create(content("Stays"));

        assertThat(write().replies().delete(gone)).isTrue();
        assertThat(write().replies().delete(gone)).isFalse();
        write().replies().change(new PredefinedReply(gone, content("Back")));

        assertThat(read().replies().find(gone)).isEmpty();
        assertThat(read().replies().count()).isEqualTo(1);
        assertThat(ids(Set.of())).containsExactly(stays);
    }

    @Test
    default void thoseOfQueuesComeFirstEachByTitle() {
        QueueId one = queue("One");
        QueueId two = queue("Two");
        PredefinedReplyId b = create(content("b for all"));
        PredefinedReplyId a = create(content("A for all"));
        PredefinedReplyId z = create(Content.of("Z of one", Wording.of("x"), one));
        PredefinedReplyId c = create(Content.of("c of two", Wording.of("x"), two));

        assertThat(ids(Set.of(one, two))).containsExactly(c, z, a, b);
        assertThat(ids(Set.of(one))).containsExactly(z, a, b);
        assertThat(ids(Set.of())).containsExactly(a, b);
        assertThat(read().replies().search(Set.of(one), List.of(), 2))
                .extracting(PredefinedReply::id)
                .containsExactly(z, a);
    }

    @Test
    default void eachWordHasToStandInTitleOrText() {
        PredefinedReplyId dns = create(Content.of(
                "DNS takes time",
                Wording.of("Please wait 24 hours, at most 100%.").in(Locale.GERMAN, "Bitte 24 Stunden warten.")));
        PredefinedReplyId mail = create(Content.of("Mail", Wording.of("The DNS of your mail_server is wrong.")));

        assertThat(found("dns")).containsExactlyInAnyOrder(dns, mail);
        assertThat(found("HOURS", "Takes")).containsExactly(dns);
        assertThat(found("dns", "stunden")).containsExactly(dns);
        assertThat(found("dns", "mail")).containsExactly(mail);
        assertThat(found("dns", "hours", "mail")).isEmpty();
        assertThat(found("%")).containsExactly(dns);
        assertThat(found("l_s")).containsExactly(mail);
        assertThat(found("\\")).isEmpty();
        assertThat(found("' or '1'='1")).isEmpty();
    }

    @Test
    default void aTitleIsFoundWithinItsQueueWithoutRegardToCase() {
        QueueId queue = queue("One");
        PredefinedReplyId general = create(content("Účet"));
        PredefinedReplyId special = create(Content.of("Účet", Wording.of("x"), queue));

        assertThat(read().replies().findByTitle(Optional.empty(), "účET")).contains(general);
        assertThat(read().replies().findByTitle(Optional.of(queue), "ÚČET")).contains(special);
        assertThat(read().replies().findByTitle(Optional.of(queue), "Účet ")).isEmpty();
        assertThat(read().replies().findByTitle(Optional.of(queue("Two")), "Účet"))
                .isEmpty();
    }

    @Test
    @Tag("B1")
    default void theRepliesOfADeletedQueueGoWithIt() {
        QueueId queue = queue("One");
        PredefinedReplyId general = create(content("For all"));
        PredefinedReplyId gone = create(Content.of("Gone", Wording.of("x"), queue));
        PredefinedReplyId other = create(Content.of("Other", Wording.of("x"), queue("Two")));

        write().queues().delete(queue);

        assertThat(read().replies().find(gone)).isEmpty();
        assertThat(read().replies().find(general)).isPresent();
        assertThat(read().replies().find(other)).isPresent();
    }

    private static Content content(String title) {
        return Content.of(title, Wording.of("text"));
    }

    private PredefinedReplyId create(Content content) {
        return write().replies().create(content);
    }

    private List<PredefinedReplyId> ids(Set<QueueId> queues) {
        return read().replies().search(queues, List.of(), 10).stream()
                .map(PredefinedReply::id)
                .toList();
    }

    private List<PredefinedReplyId> found(String... words) {
        return read().replies().search(Set.of(), List.of(words), 10).stream()
                .map(PredefinedReply::id)
                .toList();
    }
}
