// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.feed.EventFeed;
import dev.troubletickets.feed.FeedPage;
import dev.troubletickets.people.AccountId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFeedSnippetsTest {
    private final SupportCenter center = Panel.center();

    @Test
    void aWebhookFollowsTheFeed() {
        center.customer(AccountId.of("jane")).open(NewTicket.of("A question", "How do I …?"));
        List<String> posted = new ArrayList<>();
        // region: feed
        EventFeed feed = center.events();
        FeedPage page = feed.read(feed.position("webhook"), 100);
        page.events().forEach(event -> posted.add(event.json()));
        feed.advance("webhook", page.next());
        // endregion
        assertThat(posted).isNotEmpty().allMatch(json -> json.startsWith("{\"version\":1,"));
        assertThat(feed.read(feed.position("webhook"), 100).events()).isEmpty();
    }
}
