// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import dev.troubletickets.people.ResellerId;
import java.util.HashMap;
import java.util.Map;

/**
 * To which resellers the provider offers the support of their end users (E4). Offered, their customers' tickets are the provider's; not
 * offered, they stay with the reseller. The word on a reseller holds for all beneath them, but for those on whom there is a word of their
 * own, and what is beneath these. By default support is offered to all.
 *
 * @param offeredByDefault to those on whom there is no word, nor on any above them
 * @param named the resellers on whom there is one: offered or not
 */
public record ResellerSupport(boolean offeredByDefault, Map<ResellerId, Boolean> named) {
    public ResellerSupport {
        named = Map.copyOf(named);
    }

    /** To all. */
    public static ResellerSupport offered() {
        return new ResellerSupport(true, Map.of());
    }

    /** To none, until some are named. */
    public static ResellerSupport notOffered() {
        return new ResellerSupport(false, Map.of());
    }

    /** The same with a word on this one. */
    public ResellerSupport offering(ResellerId reseller, boolean offered) {
        Map<ResellerId, Boolean> all = new HashMap<>(named);
        all.put(reseller, offered);
        return new ResellerSupport(offeredByDefault, all);
    }

    /** The same without a word on this one, who is treated as whoever is above them. */
    public ResellerSupport sayingNothingOf(ResellerId reseller) {
        Map<ResellerId, Boolean> all = new HashMap<>(named);
        all.remove(reseller);
        return new ResellerSupport(offeredByDefault, all);
    }
}
