// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.ticket.Tag;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** A tag's spelling (G10). */
class TagSpellingTest {
    @Property(tries = 300)
    void aTagIsATagInItsOwnSpelling(@ForAll @StringLength(max = 45) String word) {
        try {
            Tag tag = Tag.of(word);
            assertThat(Tag.of(tag.value())).isEqualTo(tag);
            assertThat(tag.value()).doesNotContain(" ").hasSizeBetween(1, 40);
        } catch (IllegalArgumentException refused) {
            assertThatThrownBy(() -> Tag.of(word)).hasMessageStartingWith("a tag is");
        }
    }
}
