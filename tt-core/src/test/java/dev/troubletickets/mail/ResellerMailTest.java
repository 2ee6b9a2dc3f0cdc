// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.ResellerScene;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.Notice;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Notices go to those on the ticket's side, and answers by mail are taken from them alone (E4, D6, D12). */
@Tag("E4")
@Tag("D6")
class ResellerMailTest extends MailTest {
    private static final String BOB = Cast.BOB.addresses().get(0).value();
    private static final String SAM = ResellerScene.address(ResellerScene.SAM).value();
    private static final String JOHN = "john@example.com";

    private final ResellerScene scene = ResellerScene.in(center);

    ResellerMailTest() {
        center.admin().give(Cast.JOHN, Permission.ANSWER_BY_MAIL);
        center.admin().give(ResellerScene.SAM, Permission.ANSWER_BY_MAIL);
        john.saveProfile(Cast.JOHNS_PROFILE.withNotices(Notice.values()));
        scene.sam()
                .saveProfile(StaffProfile.of("Sam Low", ResellerScene.address(ResellerScene.SAM))
                        .withNotices(Notice.values()));
        center.after(Duration.ofSeconds(10));
    }

    @Test
    @Tag("D12")
    void aTicketOnTheResellersSideIsToldToTheResellersStaff() {
        scene.returnToRita();
        TicketId ticket = opened(InboundMail.from(BOB).subject("Site down").text("Help!"));

        assertThat(sentTo(JOHN)).isEmpty();
        receive(InboundMail.from(SAM)
                .references(sentTo(SAM).get(0).messageId().orElseThrow())
                .subject("Re: Site down")
                .text("Fixed."));
        assertThat(scene.sam().ticket(ticket).messages())
                .last()
                .satisfies(answer -> assertThat(answer.author()).contains(Actor.staff(ResellerScene.SAM)));
    }

    @Test
    void whatIsAnsweredByMailAfterItHasGoneIsNotTaken() {
        TicketId ticket = opened(InboundMail.from(BOB).subject("Site down").text("Help!"));
        String notice = sentTo(JOHN).get(0).messageId().orElseThrow();
        scene.returnToRita();
        receive(InboundMail.from(JOHN)
                .references(notice)
                .subject("Re: Site down")
                .text("Fixed."));

        assertThat(scene.sam().ticket(ticket).messages()).hasSize(1);
        assertThat(center.center().mailroom(Cast.ANNA).state().quarantine()).hasSize(1);
    }
}
