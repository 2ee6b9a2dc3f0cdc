// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.ResellersAdmin;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.ResellerScene;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.Reseller;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.ResellerSupport;
import dev.troubletickets.settings.SavedResellerSupport;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.CustomerTicketRow;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The provider offers the support of end users to resellers, or does not: that alone says on whose side a ticket is (E4). */
@Tag("E4")
class ResellerSupportTest extends BehaviourTest {
    private final ResellerScene scene = ResellerScene.in(center);
    private final ResellersAdmin offers = center.admin().resellers();
    private final TicketId bobs = scene.of(Cast.BOB);
    private final TicketId carls = scene.of(ResellerScene.CARL);

    @Test
    void byDefaultSupportIsOfferedToAll() {
        assertThat(offers.support()).isEqualTo(new SavedResellerSupport(0, ResellerSupport.offered()));
        assertOnProvidersSide(bobs);
        assertOnProvidersSide(carls);
    }

    @Test
    void whatIsNotOfferedIsOnTheResellersSideAtOnce() {
        scene.returnToRita();

        assertOnResellersSide(bobs);
        assertOnResellersSide(carls);
        assertThat(john.ticket(scene.of(ResellerScene.DORA)).id()).isNotNull();
        assertThat(scene.staff(ResellerScene.SID).ticket(carls).id()).isEqualTo(carls);
        Expect.in(center)
                .notFound("ticket", () -> scene.staff(ResellerScene.SID).ticket(bobs));
    }

    @Test
    void theNearestWordAboveDecides() {
        scene.offer(support -> support.offering(Cast.RITA, false).offering(ResellerScene.SUE, true));
        assertOnResellersSide(bobs);
        assertOnProvidersSide(carls);

        scene.offer(support -> support.offering(Cast.RITA, true).offering(ResellerScene.SUE, false));
        assertOnProvidersSide(bobs);
        assertOnResellersSide(carls);

        scene.offer(support -> support.sayingNothingOf(ResellerScene.SUE));
        assertOnProvidersSide(carls);
    }

    @Test
    void wordsMayTakeTurnsAtAnyDepth() {
        ResellerId tim = ResellerId.of("tim");
        center.directory().people().add(Reseller.beneath(ResellerScene.SUE, tim));
        center.center().background().resellersChanged();
        scene.offer(support -> support.offering(Cast.RITA, false)
                .offering(ResellerScene.SUE, true)
                .offering(tim, false));

        assertOnResellersSide(bobs);
        assertOnProvidersSide(carls);
        center.directory().people().add(ResellerScene.CARL.withReseller(tim));
        assertOnResellersSide(scene.of(ResellerScene.CARL));
    }

    @Test
    void whereItIsOfferedToNobodyThoseNamedAreSupported() {
        scene.offer(support -> ResellerSupport.notOffered().offering(ResellerScene.SUE, true));

        assertOnResellersSide(bobs);
        assertOnProvidersSide(carls);
        assertThat(john.ticket(center.opened()).id()).isNotNull();
        TicketId doras = scene.of(ResellerScene.DORA);
        Expect.in(center).notFound("ticket", () -> john.ticket(doras));
    }

    @Test
    void forCustomersAndOnTheirResellersPagesNothingChanges() {
        var before = center.bob().ticket(bobs);
        var list = center.rita().tickets(Optional.empty());
        scene.returnToRita();
        center.run();

        assertThat(center.bob().ticket(bobs)).isEqualTo(before);
        assertThat(center.rita().tickets(Optional.empty())).isEqualTo(list);
    }

    @Test
    @Tag("C3")
    void aResellerSeesTheCustomersOfAllBeneathThemAndWhoseTheyAre() {
        assertThat(center.rita().tickets(Optional.empty()).tickets())
                .extracting(CustomerTicketRow::id, row -> row.reseller().orElseThrow())
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(bobs, Cast.RITA),
                        org.assertj.core.api.Assertions.tuple(carls, ResellerScene.SUE));
        TicketId opened = center.rita().openFor(ResellerScene.CARL.id(), NewTicket.of("Slow", "He called."));
        assertThat(center.rita().ticket(opened).id()).isEqualTo(opened);
        TicketId doras = scene.of(ResellerScene.DORA);
        Expect.in(center).notFound("ticket", () -> center.rita().ticket(doras));
        Expect.in(center)
                .notFound("account", () -> center.rita().openFor(ResellerScene.DORA.id(), NewTicket.of("Hi", "Hi")));
        Expect.in(center)
                .notFound(
                        "ticket",
                        () -> center.center().reseller(ResellerScene.SUE).ticket(bobs));
    }

    @Test
    void otherNodesFollowWithinFiveSeconds() {
        TestCenter other = center.anotherNode();
        assertThat(other.john().ticket(bobs).id()).isEqualTo(bobs);
        scene.returnToRita();
        center.after(Duration.ofSeconds(5));

        Expect.in(center).notFound("ticket", () -> other.john().ticket(bobs));
    }

    @Test
    void whoSavesWhatAnotherHasSavedSinceIsRefused() {
        SavedResellerSupport seen = offers.support();
        offers.save(seen.with(support -> support.offering(Cast.RITA, false)));

        Expect.in(center).refused(Refusal.SAVED_BY_ANOTHER, () -> offers.save(seen));
        assertThat(offers.support().support().named()).containsKey(Cast.RITA);
    }

    @Test
    void itNeedsThePermission() {
        ResellersAdmin johns = center.center().administration(Cast.JOHN).resellers();
        SavedResellerSupport seen = offers.support();
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, johns::support);
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> johns.save(seen));
        center.admin().give(Cast.JOHN, Permission.RESELLERS);
        johns.save(johns.support());
    }

    @Test
    void itNamesResellersThereAreAndNotTooMany() {
        SavedResellerSupport seen = offers.support();
        Expect.in(center)
                .invalid(
                        "resellers",
                        () -> offers.save(seen.with(support -> support.offering(ResellerId.of("jane"), false))));
        ResellerSupport many = IntStream.range(0, 1001)
                .boxed()
                .reduce(
                        ResellerSupport.offered(),
                        (support, i) -> support.offering(ResellerId.of("r" + i), false),
                        (one, other) -> one);
        Expect.in(center).overLimit("resellers", () -> offers.save(seen.with(support -> many)));
        scene.returnToRita();
        center.directory().people().removeReseller(Cast.RITA);
        scene.offer(support -> support.offering(ResellerScene.ROB, false));
    }

    @Test
    void anOfferThatConcernsMoreResellersThanAStatementCanNameIsRefused() {
        scene.offer(support -> support.offering(ResellerScene.ROB, false).offering(ResellerScene.SUE, false));
        for (ResellerId above : java.util.List.of(Cast.RITA, ResellerScene.ROB, ResellerScene.SUE)) {
            for (int i = 0; i < 9_999; i++) {
                center.directory().people().add(Reseller.beneath(above, ResellerId.of(above + " " + i)));
            }
        }
        center.center().background().resellersChanged();
        assertThat(john.dashboard().unassigned().total()).isEqualTo(1);

        center.directory().people().add(Reseller.of(ResellerId.of("wide")));
        for (int i = 0; i < 10_000; i++) {
            center.directory().people().add(Reseller.beneath(ResellerId.of("wide"), ResellerId.of("w" + i)));
        }
        assertThat(Expect.in(center)
                        .failure(
                                Unavailable.class,
                                () -> scene.offer(support -> support.offering(ResellerId.of("wide"), false))))
                .hasMessageContaining("concerns more than 30000");
        center.directory().people().add(Reseller.beneath(ResellerId.of("wide"), ResellerId.of("one more")));
        center.center().background().resellersChanged();
        assertThat(Expect.in(center)
                        .failure(
                                Unavailable.class,
                                () -> scene.offer(support -> support.offering(ResellerId.of("wide"), false))))
                .hasMessageContaining("more than 10000 stand beneath reseller wide");
        assertThat(john.dashboard().unassigned().total()).isEqualTo(1);
    }

    @Test
    void resellersWhoStandInACircleAreRefusedByName() {
        scene.returnToRita();
        center.directory().people().add(Reseller.beneath(ResellerScene.SUE, Cast.RITA));
        center.center().background().resellersChanged();

        for (StaffId each : java.util.List.of(Cast.JOHN, ResellerScene.SAM)) {
            assertThat(Expect.in(center)
                            .failure(
                                    Unavailable.class,
                                    () -> center.center().staff(each).dashboard()))
                    .hasMessageContaining("reseller rita stands beneath themselves");
        }
        center.directory().people().add(Reseller.of(Cast.RITA));
        center.center().background().resellersChanged();
        assertOnResellersSide(bobs);
    }

    @Test
    @Tag("E1")
    void anAccountsTicketsGoWhereTheHostSaysItHasGone() {
        scene.returnToRita();
        center.directory().people().add(Cast.BOB.withReseller(ResellerScene.ROB));
        center.center().background().accountChanged(Cast.BOB.id());
        center.center().background().accountChanged(AccountId.of("nobody"));

        assertOnProvidersSide(bobs);
        assertThat(john.ticket(bobs).header().reseller()).contains(ResellerScene.ROB);
    }

    private void assertOnProvidersSide(TicketId ticket) {
        assertThat(john.ticket(ticket).id()).isEqualTo(ticket);
        assertThat(anna.ticket(ticket).id()).isEqualTo(ticket);
        Expect.in(center).notFound("ticket", () -> scene.sam().ticket(ticket));
        Expect.in(center).notFound("ticket", () -> scene.rhea().ticket(ticket));
        Expect.in(center)
                .notFound("ticket", () -> scene.staff(ResellerScene.REX).ticket(ticket));
    }

    private void assertOnResellersSide(TicketId ticket) {
        assertThat(scene.sam().ticket(ticket).id()).isEqualTo(ticket);
        assertThat(scene.rhea().ticket(ticket).id()).isEqualTo(ticket);
        Expect.in(center).notFound("ticket", () -> john.ticket(ticket));
        Expect.in(center).notFound("ticket", () -> anna.ticket(ticket));
        Expect.in(center)
                .notFound("ticket", () -> scene.staff(ResellerScene.REX).ticket(ticket));
    }
}
