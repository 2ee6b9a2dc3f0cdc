// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Edit;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.ResellerScene;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.Search;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.TicketSort;
import dev.troubletickets.view.TicketSort.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat 13 between resellers: two worlds that differ only in other resellers' and the provider's tickets give their staff equal outputs. */
@Tag("E4")
@Tag("C3")
class SiblingsTest {
    private static final Search ALL = Search.everything();

    @Test
    void othersTicketsChangeNothingAResellersStaffSee() {
        for (StaffId each : List.of(ResellerScene.SAM, ResellerScene.RHEA, ResellerScene.SID)) {
            TestCenter bare = world(false);
            TestCenter full = world(true);
            assertThat(outputs(full, each)).isEqualTo(outputs(bare, each));
        }
    }

    @Test
    void aResellersTicketsChangeNothingTheProvidersStaffSee() {
        for (StaffId each : List.of(Cast.JOHN, Cast.ANNA)) {
            TestCenter bare = TestCenter.create();
            ResellerScene.in(bare).returnToRita();
            TestCenter full = TestCenter.create();
            ResellerScene scene = ResellerScene.in(full);
            scene.returnToRita();
            for (int i = 0; i < 5; i++) {
                scene.sam().assign(scene.of(Cast.BOB), ResellerScene.SAM);
            }
            assertThat(outputs(full, each)).isEqualTo(outputs(bare, each));
        }
    }

    private static TestCenter world(boolean others) {
        TestCenter center = TestCenter.create();
        ResellerScene scene = ResellerScene.in(center);
        scene.offer(support -> support.offering(Cast.RITA, false).offering(ResellerScene.ROB, false));
        scene.of(Cast.BOB);
        TicketId carls = scene.of(ResellerScene.CARL);
        scene.sam().assign(carls, ResellerScene.SID);
        if (others) {
            for (int i = 0; i < 5; i++) {
                center.john().change(center.opened(), Edit.addTags("vip"));
                scene.staff(ResellerScene.REX).assign(scene.of(ResellerScene.DORA), ResellerScene.REX);
            }
        }
        return center;
    }

    private static List<Object> outputs(TestCenter center, StaffId who) {
        StaffDesk desk = center.center().staff(who);
        List<Object> all = new ArrayList<>();
        all.add(desk.dashboard());
        all.add(desk.search().form());
        all.add(desk.searchAccounts("example").stream()
                .map(account -> account.id())
                .toList());
        for (Search search : List.of(
                ALL,
                ALL.text("help"),
                ALL.title("site"),
                ALL.resellers(Cast.RITA, ResellerScene.SUE, ResellerScene.ROB),
                ALL.onlyInResellers(),
                ALL.orUnassigned(),
                ALL.assignees(ResellerScene.REX, Cast.JOHN, ResellerScene.SAM))) {
            for (Column column : List.of(Column.ID, Column.WEIGHT, Column.RESELLER)) {
                all.add(desk.search().find(search, TicketSort.descending(column), Optional.empty()));
            }
        }
        for (String words : List.of("1", "2", "3", "4", "bounces", "site", "dora@dora.example")) {
            all.add(desk.quickSearch(words, Optional.empty()));
        }
        return all;
    }
}
