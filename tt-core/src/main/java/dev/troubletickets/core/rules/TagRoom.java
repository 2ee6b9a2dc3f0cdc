// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.rules;

import dev.troubletickets.core.rules.Submission.Held;
import dev.troubletickets.ticket.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tags of rules as far as a ticket has room for them, in the order of the rules. */
final class TagRoom {
    static final int MOST = 20;

    private final Set<Tag> before;
    private final Set<Tag> all = new LinkedHashSet<>();
    private final List<Set<Tag>> put = new ArrayList<>();
    private final List<Set<Tag>> left = new ArrayList<>();

    private TagRoom(Set<Tag> before) {
        this.before = before;
    }

    /** @param before the tags it has already */
    static TagRoom of(List<Held> held, Set<Tag> before) {
        TagRoom room = new TagRoom(before);
        held.forEach(each -> room.add(each.then().tags()));
        return room;
    }

    /** Those that the ticket did not have. */
    Set<Tag> all() {
        return all;
    }

    /** What that rule put on the ticket; also what another has put there before. */
    Set<Tag> put(int rule) {
        return put.get(rule);
    }

    Set<Tag> left(int rule) {
        return left.get(rule);
    }

    private void add(Set<Tag> tags) {
        Set<Tag> fitting = new TreeSet<>();
        Set<Tag> others = new TreeSet<>();
        for (Tag tag : tags) {
            boolean fits =
                    before.contains(tag) || all.contains(tag) || before.size() + all.size() < MOST && all.add(tag);
            (fits ? fitting : others).add(tag);
        }
        put.add(fitting);
        left.add(others);
    }
}
