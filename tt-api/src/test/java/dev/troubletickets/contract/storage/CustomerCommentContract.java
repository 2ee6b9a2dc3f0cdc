// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.MARY;
import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.storage.CustomerCommentStore.Comment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What staff have noted about customers (E12): one comment an account, under a version. */
public interface CustomerCommentContract extends StorageUnderTest {
    @Test
    @Tag("E12")
    default void aCommentIsReplacedInTheVersionThatWasReadAlone() {
        AccountId jane = AccountId.of("Jane D");
        Comment first = new Comment(jane, 1, UNICODE + "a".repeat(100_000), JOHN, minutes(1));
        Comment second = new Comment(jane, 2, "", MARY, minutes(2));

        assertThat(write().customerComments().save(second)).isFalse();
        assertThat(read().customerComments().find(jane)).isEmpty();
        assertThat(write().customerComments().save(first)).isTrue();
        assertThat(write().customerComments().save(first)).isFalse();
        assertThat(read().customerComments().find(jane)).contains(first);
        assertThat(write().customerComments().save(second)).isTrue();
        assertThat(write().customerComments().save(second)).isFalse();
        assertThat(read().customerComments().find(jane)).contains(second);
        assertThat(read().customerComments().find(AccountId.of("jane d"))).isEmpty();
    }
}
