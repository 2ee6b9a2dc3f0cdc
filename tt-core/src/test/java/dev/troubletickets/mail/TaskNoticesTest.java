// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.NewTask;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.Notice;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.view.Bounce;
import dev.troubletickets.view.MailOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mails to those who get a task (E7, D12). */
@Tag("E7")
@Tag("D12")
class TaskNoticesTest extends MailTest {
    private static final String KATES = "kate@example.com";

    @Test
    void whoGetsATaskIsToldByWhomIfTheyChoseSo() {
        chooses(Cast.KATES_PROFILE);
        TaskId task = john.tasks()
                .create(NewTask.of("Renew the certificate", Cast.KATE)
                        .details("The pass-phrase is swordfish.")
                        .due(clock.instant().plus(Duration.ofDays(2))));

        assertThat(sentTo(KATES)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Task: Renew the certificate");
            assertThat(mail.text())
                    .startsWith("You have a task from John Woods.")
                    .contains("Renew the certificate", "March 4, 2026")
                    .doesNotContain("swordfish");
            assertThat(mail.header("Auto-Submitted")).isPresent();
        });
        john.tasks().reassign(task, Cast.JOHN);
        john.tasks().reassign(task, Cast.KATE);
        assertThat(sentTo(KATES)).hasSize(2);
    }

    @Test
    void nobodyIsToldWhoDidNotChooseSoOrDidItThemselvesOrWhomMailsDoNotReach() {
        john.tasks().create(NewTask.of("Not chosen", Cast.KATE));
        chooses(Cast.KATES_PROFILE);
        kate.tasks().create(NewTask.of("Her own", Cast.KATE));
        center.storage().<Boolean>write(unit -> bounced(unit));
        john.tasks().create(NewTask.of("Bounced", Cast.KATE));

        assertThat(sentTo(KATES)).isEmpty();
    }

    private Boolean bounced(UnitOfWork unit) {
        unit.bounces().mark(new Bounce(Cast.KATES_PROFILE.email(), clock.instant(), true, "5.1.1"));
        return true;
    }

    @Test
    @Tag("D6")
    void aReplyToSuchAMailIsSetAside() {
        chooses(Cast.KATES_PROFILE);
        john.tasks().create(NewTask.of("Renew", Cast.KATE));
        ParsedMail notice = sentTo(KATES).get(0);

        receivedWithoutTicket(InboundMail.from(KATES)
                .references(notice.messageId().orElseThrow())
                .subject("Re: Task: Renew")
                .text("I will."));

        assertThat(taken(MailOutcome.QUARANTINED)).isEqualTo(1);
    }

    private void chooses(StaffProfile profile) {
        kate.saveProfile(profile.withNotices(Notice.TASK_ASSIGNED));
        center.after(Duration.ofSeconds(10));
    }
}
