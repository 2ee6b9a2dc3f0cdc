// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewPrivateMessage;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.Notice;
import dev.troubletickets.view.Bounce;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mails to those who get a private message (E8, D12). */
@Tag("E8")
@Tag("D12")
class PrivateMessageNoticesTest extends MailTest {
    private static final String KATES = "kate@example.com";
    private static final NewPrivateMessage MESSAGE =
            NewPrivateMessage.of("Friday", "The pass-phrase is swordfish.", Cast.KATE, Cast.ANNA);

    @BeforeEach
    void kateChooses() {
        kate.saveProfile(Cast.KATES_PROFILE.withNotices(Notice.PRIVATE_MESSAGE));
        center.after(Duration.ofSeconds(10));
    }

    @Test
    void whoChoseSoIsToldFromWhomItIsAndTheSubjectAndNeverTheText() {
        john.privateMessages().send(MESSAGE);

        assertThat(sentTo(KATES)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Private message: Friday");
            assertThat(mail.text()).startsWith("You have a private message from John Woods: Friday");
            assertThat(mail.header("Auto-Submitted")).isPresent();
        });
        assertThat(center.mail().sent())
                .hasSize(1)
                .allSatisfy(sent -> assertThat(new String(sent.bytes(), StandardCharsets.UTF_8))
                        .doesNotContain("swordfish"));
    }

    @Test
    void nobodyIsToldOfTheirOwnAndNothingGoesWhereMailsHaveBounced() {
        kate.privateMessages().send(NewPrivateMessage.of("Mine", "Mine", Cast.KATE));
        Bounce bounce = new Bounce(Cast.KATES_PROFILE.email(), clock.instant(), true, "5.1.1");
        center.storage().<Boolean>write(unit -> {
            unit.bounces().mark(bounce);
            return true;
        });
        john.privateMessages().send(MESSAGE);

        assertThat(center.sent()).isEmpty();
        assertThat(kate.privateMessages().unread()).isEqualTo(2);
    }

    @Test
    @Tag("E3")
    void whoLostThePermissionIsToldNothing() {
        center.admin().take(Cast.KATE, dev.troubletickets.rights.Permission.PRIVATE_MESSAGES);
        john.privateMessages().send(NewPrivateMessage.of("Friday", "Hello", Cast.ANNA));

        assertThat(center.sent()).isEmpty();
    }
}
