// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.feed;

import java.util.List;

/** @param next where to read on, and where the page began if it is empty */
public record FeedPage(List<FeedEvent> events, Cursor next) {
    public FeedPage {
        events = List.copyOf(events);
    }
}
