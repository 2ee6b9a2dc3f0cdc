// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.ArticleContent;
import dev.troubletickets.command.NewPrivateMessage;
import dev.troubletickets.command.NewTask;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.ResellerScene;
import dev.troubletickets.knowledge.ArticleCategoryId;
import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.knowledge.ArticleRow;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.tasks.TaskList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the provider's staff have among themselves is not for a reseller's staff (E4), their main administrator included. */
@Tag("E4")
class ApartFromResellersTest extends BehaviourTest {
    private final Expect expect = Expect.in(center);
    private final ResellerScene scene = ResellerScene.in(center);

    @Test
    @Tag("E7")
    @Tag("E8")
    void theyHaveNoPartInTasksAndPrivateMessages() {
        TaskId task = john.tasks().create(NewTask.of("Look", Cast.KATE));
        for (StaffDesk theirs : List.of(scene.sam(), scene.rhea())) {
            expect.refused(Refusal.PERMISSION_MISSING, () -> theirs.tasks().task(task));
            expect.refused(
                    Refusal.PERMISSION_MISSING, () -> theirs.tasks().list(TaskList.everybodys(), Optional.empty()));
            expect.refused(
                    Refusal.PERMISSION_MISSING,
                    () -> theirs.privateMessages().send(NewPrivateMessage.of("Hi", "Ho", Cast.JOHN)));
        }
        expect.invalid("assignee", () -> john.tasks().create(NewTask.of("Look", ResellerScene.SAM)));
        expect.invalid("to", () -> john.privateMessages().send(NewPrivateMessage.of("Hi", "Ho", ResellerScene.RHEA)));
    }

    @Test
    @Tag("E9")
    void theyReadWhatIsForCustomersAlone() {
        ArticleCategoryId mail = anna.knowledge().createCategory("Mail");
        ArticleId internal = anna.knowledge()
                .create(ArticleContent.of(mail, "Mail inside", "x").publish());
        ArticleId open = anna.knowledge()
                .create(ArticleContent.of(mail, "Mail outside", "x")
                        .forCustomers()
                        .publish());
        ArticleId draft = anna.knowledge()
                .create(ArticleContent.of(mail, "Mail later", "x").forCustomers());

        for (StaffDesk theirs : List.of(scene.sam(), scene.rhea())) {
            assertThat(theirs.knowledge().search("mail"))
                    .extracting(ArticleRow::id)
                    .containsExactly(open);
            assertThat(theirs.knowledge().insert(open)).isEqualTo("x");
            expect.notFound("article", () -> theirs.knowledge().article(internal));
            expect.notFound("article", () -> theirs.knowledge().article(draft));
            expect.refused(Refusal.PERMISSION_MISSING, () -> theirs.knowledge().delete(open));
        }
    }
}
