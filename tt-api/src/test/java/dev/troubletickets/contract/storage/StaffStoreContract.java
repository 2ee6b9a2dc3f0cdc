// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.MARY;
import static dev.troubletickets.contract.storage.StorageFixtures.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Notice;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.StaffStore.StaffData;
import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the library knows of staff (E2, E3, B2). */
public interface StaffStoreContract extends StorageUnderTest {
    @Test
    @Tag("G6")
    default void theTechniciansEntitledToAQueueAreTold() {
        QueueId here = queue("Here");
        QueueId there = queue("There");
        write().staff().entitle(JOHN, Set.of(here, there));
        write().staff().entitle(MARY, Set.of(here));

        assertThat(read().staff().entitledTo(here)).containsExactlyInAnyOrder(JOHN, MARY);
        assertThat(read().staff().entitledTo(there)).containsExactly(JOHN);
        write().staff().entitle(JOHN, Set.of());
        assertThat(read().staff().entitledTo(there)).isEmpty();
    }

    @Test
    default void whoWasNeverHeardOfHasNothing() {
        assertThat(find(JOHN)).isEqualTo(new StaffData(Optional.empty(), Set.of(), Map.of()));
    }

    @Test
    @Tag("E2")
    default void aProfileComesBackAsItWasSavedAndIsReplaced() {
        StaffProfile full = new StaffProfile(
                "Jan \uD83D\uDE80 Novák",
                "d".repeat(120),
                EmailAddress.of("Jan@example.org"),
                "-- \nJan\r\n 'x' \\ ",
                Set.of(Notice.values()));
        StaffProfile next = StaffProfile.of("n".repeat(120), EmailAddress.of("next@example.org"))
                .withSignature("s".repeat(2000));

        saveProfile(JOHN, full);
        assertSame(find(JOHN).profile(), Optional.of(full));
        saveProfile(JOHN, next);
        assertSame(find(JOHN).profile(), Optional.of(next));
    }

    @Test
    @Tag("E2")
    default void theProfilesThereAreAreFoundTogether() {
        StaffProfile johns = StaffProfile.of("John", EmailAddress.of("john@example.org"));
        StaffProfile marys = StaffProfile.of("Mary", EmailAddress.of("mary@example.org"));
        StaffId without = StaffId.of("without");
        saveProfile(JOHN, johns);
        saveProfile(MARY, marys);
        write().staff().decide(without, Permission.DELETE, true);

        assertThat(profiles(List.of(JOHN, without, MARY, StaffId.of("unknown"))))
                .isEqualTo(Map.of(JOHN, johns, MARY, marys));
        assertThat(profiles(List.of(MARY))).isEqualTo(Map.of(MARY, marys));
        assertThat(profiles(List.of())).isEmpty();
    }

    @Test
    @Tag("D12")
    default void thoseWhoWantToBeToldAreFound() {
        StaffProfile johns = StaffProfile.of("John", EmailAddress.of("john@example.org"));
        StaffProfile marys =
                StaffProfile.of("Mary", EmailAddress.of("mary@example.org")).withNotices(Notice.ASSIGNED);
        saveProfile(JOHN, johns);
        saveProfile(MARY, marys);
        assertThat(read().staff().withNotices()).isEqualTo(Map.of(MARY, marys));

        saveProfile(MARY, marys.withNotices());
        saveProfile(JOHN, johns.withNotices(Notice.NEW_TICKET, Notice.CUSTOMER_REPLIED));
        assertThat(read().staff().withNotices()).containsOnlyKeys(JOHN);
    }

    @Test
    @Tag("B2")
    default void entitlementReplacesWhatWasBefore() {
        QueueId one = queue("One");
        QueueId two = queue("Two");
        QueueId three = queue("Three");

        entitle(JOHN, Set.of(one, two));
        entitle(MARY, Set.of(one));
        assertThat(find(JOHN).queues()).containsExactlyInAnyOrder(one, two);
        entitle(JOHN, Set.of(two, three));
        assertThat(find(JOHN).queues()).containsExactlyInAnyOrder(two, three);
        entitle(JOHN, Set.of());
        assertThat(find(JOHN).queues()).isEmpty();
        assertThat(find(MARY).queues()).containsExactly(one);
    }

    @Test
    @Tag("E3")
    default void theLastDecisionOnAPermissionCounts() {
        for (Permission permission : Permission.values()) {
            decide(JOHN, permission, true);
        }
        decide(JOHN, Permission.ANSWER, false);
        decide(MARY, Permission.DELETE, false);
        decide(MARY, Permission.DELETE, true);

        assertThat(find(JOHN).decided()).hasSize(Permission.values().length).containsEntry(Permission.ANSWER, false);
        assertThat(find(MARY).decided()).isEqualTo(Map.of(Permission.DELETE, true));
    }

    @Test
    default void whatIsKnownOfAPersonIsKeptApart() {
        StaffProfile profile = StaffProfile.of("John", EmailAddress.of("john@example.org"));
        QueueId queue = queue("One");
        entitle(JOHN, Set.of(queue));
        decide(JOHN, Permission.DELETE, true);
        saveProfile(JOHN, profile);
        entitle(JOHN, Set.of(queue));

        assertThat(find(JOHN))
                .isEqualTo(new StaffData(Optional.of(profile), Set.of(queue), Map.of(Permission.DELETE, true)));
    }

    @Test
    default void idsAreComparedExactly() {
        List<StaffId> alike =
                List.of(JOHN, StaffId.of("John"), StaffId.of("john "), StaffId.of("jöhn"), StaffId.of("j".repeat(190)));
        for (StaffId id : alike) {
            saveProfile(id, StaffProfile.of("Name of " + id.value().length(), EmailAddress.of("x@example.org")));
            decide(id, Permission.DELETE, true);
        }
        decide(JOHN, Permission.DELETE, false);

        assertThat(profiles(alike)).hasSize(5);
        assertThat(alike)
                .filteredOn(id -> find(id).decided().get(Permission.DELETE))
                .hasSize(4);
    }

    @Test
    @Tag("E11")
    default void preferencesAreTheirOwnWithAProfileOrWithout() {
        write().staff().savePreferences(JOHN, "{\"font\":\"Žluť\"}");
        assertThat(find(JOHN).preferences()).isEqualTo("{\"font\":\"Žluť\"}");
        assertThat(find(JOHN).profile()).isEmpty();
        assertThat(find(MARY).preferences()).isNull();

        write().staff().decide(JOHN, Permission.DELETE, true);
        write().staff().savePreferences(JOHN, "{}");
        assertThat(find(JOHN).preferences()).isEqualTo("{}");
        assertThat(find(JOHN).decided()).hasSize(1);
        assertThat(read().staff().findAll(List.of(JOHN, MARY)).get(JOHN)).isEqualTo(find(JOHN));
    }

    private StaffData find(StaffId id) {
        return read().staff().find(id);
    }

    private Map<StaffId, StaffProfile> profiles(List<StaffId> ids) {
        return read().staff().profiles(ids);
    }

    private void saveProfile(StaffId id, StaffProfile profile) {
        write().staff().saveProfile(id, profile);
    }

    private void entitle(StaffId id, Set<QueueId> queues) {
        write().staff().entitle(id, queues);
    }

    private void decide(StaffId id, Permission permission, boolean given) {
        write().staff().decide(id, permission, given);
    }
}
