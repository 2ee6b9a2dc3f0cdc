// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.settings.ResellerSupport;
import dev.troubletickets.spi.storage.Side;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Who stands beneath whom, as the host said in the last five seconds, and on which side that puts tickets (E4). */
public final class Resellers {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int MOST_BENEATH = 10_000;
    /** Databases take no more than twice as many values in one statement. */
    private static final int MOST_NAMED = 30_000;

    private final People people;
    /** Each with all beneath them; empty for whom the host does not know. */
    private final LoadingCache<ResellerId, Optional<Set<ResellerId>>> families;

    private final LoadingCache<ResellerSupport, Side> providers;

    Resellers(People people, Clock clock) {
        this.people = people;
        this.families = cache(clock).maximumSize(MOST_REMEMBERED).build(this::ask);
        this.providers = cache(clock).maximumSize(10).build(this::derive);
    }

    private static Caffeine<Object, Object> cache(Clock clock) {
        return Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run);
    }

    public void forget() {
        families.invalidateAll();
        providers.invalidateAll();
    }

    /** The reseller with all beneath them; nobody if the host does not know them. */
    public Set<ResellerId> family(ResellerId reseller) {
        return families.get(reseller).orElse(Set.of());
    }

    /** Which tickets are on the side of whose staff that is. */
    public Side side(ResellerSupport support, StaffMember member) {
        return member.reseller().map(reseller -> resellers(support, reseller)).orElseGet(() -> providers(support));
    }

    public Side providers(ResellerSupport support) {
        return support.named().isEmpty() ? plain(support, Set.of()) : providers.get(support);
    }

    /** What is beneath a reseller is on their side, too, as far as it is not on the provider's. */
    private Side resellers(ResellerSupport support, ResellerId reseller) {
        Side provider = providers(support);
        return new Side.Only(
                family(reseller).stream().filter(each -> !provider.holds(each)).collect(Collectors.toSet()));
    }

    /** A word overrules those above it; what stands beneath something is fewer than that. */
    private Side derive(ResellerSupport support) {
        Map<ResellerId, Set<ResellerId>> reach = new HashMap<>();
        support.named().keySet().forEach(named -> reach.put(named, reach(named)));
        List<Map.Entry<ResellerId, Set<ResellerId>>> fromTheTop = reach.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .toList();
        Set<ResellerId> otherwise = new HashSet<>();
        for (Map.Entry<ResellerId, Set<ResellerId>> word : fromTheTop) {
            if (Boolean.valueOf(support.offeredByDefault())
                    .equals(support.named().get(word.getKey()))) {
                otherwise.removeAll(word.getValue());
            } else {
                otherwise.addAll(word.getValue());
            }
        }
        if (otherwise.size() > MOST_NAMED) {
            throw new Unavailable("identity", "the offer to resellers concerns more than " + MOST_NAMED + " of them");
        }
        return plain(support, otherwise);
    }

    private Set<ResellerId> reach(ResellerId named) {
        Set<ResellerId> family = family(named);
        return family.isEmpty() ? Set.of(named) : family;
    }

    private static Side plain(ResellerSupport support, Set<ResellerId> otherwise) {
        return support.offeredByDefault() ? new Side.Without(otherwise) : new Side.With(otherwise);
    }

    private Optional<Set<ResellerId>> ask(ResellerId reseller) {
        if (people.reseller(reseller).isEmpty()) {
            return Optional.empty();
        }
        Set<ResellerId> beneath = people.resellersBeneath(reseller);
        if (beneath.contains(reseller)) {
            throw new Unavailable("identity", "reseller " + reseller + " stands beneath themselves");
        }
        if (beneath.size() > MOST_BENEATH) {
            throw new Unavailable("identity", "more than " + MOST_BENEATH + " stand beneath reseller " + reseller);
        }
        Set<ResellerId> family = new HashSet<>(beneath);
        family.add(reseller);
        return Optional.of(Collections.unmodifiableSet(family));
    }
}
