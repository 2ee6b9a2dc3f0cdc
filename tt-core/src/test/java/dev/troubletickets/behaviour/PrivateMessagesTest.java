// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.NewPrivateMessage;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.messages.PrivateMessageId;
import dev.troubletickets.messages.PrivateMessageRow;
import dev.troubletickets.messages.PrivateMessageRow.Recipient;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.PrivateMessagePage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages among technicians (E8). */
@Tag("E8")
class PrivateMessagesTest extends BehaviourTest {
    private final Expect expect = Expect.in(center);

    @Test
    void whoGetsAMessageReadsItAsItWasTyped() {
        PrivateMessageId id = john.privateMessages()
                .send(NewPrivateMessage.of(" Friday ", "Can you <b>take</b> it?\n", Cast.KATE, Cast.NICK));

        PrivateMessageRow row = new PrivateMessageRow(
                id,
                Cast.JOHN,
                "John Woods",
                List.of(new Recipient(Cast.KATE, "Kate Stone"), new Recipient(Cast.NICK, "nick")),
                "Friday",
                clock.instant(),
                true);
        assertThat(kate.privateMessages().inbox(Optional.empty()).messages()).containsExactly(row);
        assertThat(kate.privateMessages().unread()).isEqualTo(1);
        assertThat(kate.privateMessages().message(id).text()).isEqualTo("Can you <b>take</b> it?\n");
        assertThat(kate.privateMessages().unread()).isZero();
        assertThat(kate.privateMessages().inbox(Optional.empty()).messages())
                .singleElement()
                .matches(each -> !each.unread());
        assertThat(center.nick().privateMessages().unread()).isEqualTo(1);
        assertThat(john.privateMessages().sent(Optional.empty()).messages())
                .singleElement()
                .matches(each -> !each.unread() && each.subject().equals("Friday"));
        assertThat(john.privateMessages().inbox(Optional.empty()).messages()).isEmpty();
        assertThat(john.privateMessages().message(id).row().unread()).isFalse();
        assertThat(center.nick().privateMessages().unread()).isEqualTo(1);
    }

    @Test
    @Tag("E3")
    void itIsThereForSenderAndRecipientsAlone() {
        PrivateMessageId id = john.privateMessages().send(NewPrivateMessage.of("Friday", "Secret", Cast.KATE));

        for (StaffDesk other : List.of(anna, center.nick())) {
            calls().forEach(call -> expect.notFound("privateMessage", () -> call.accept(other, id)));
            assertThat(other.privateMessages().inbox(Optional.empty()).messages())
                    .isEmpty();
            assertThat(other.privateMessages().sent(Optional.empty()).messages())
                    .isEmpty();
        }
        calls().forEach(call ->
                expect.notFound("privateMessage", () -> call.accept(john, PrivateMessageId.of(99_999))));
        expect.notFound("privateMessage", () -> john.privateMessages().deleteReceived(Set.of(id)));
        expect.notFound("privateMessage", () -> kate.privateMessages().deleteSent(Set.of(id)));
    }

    @Test
    void eachDeletesTheirOwnCopyAlone() {
        PrivateMessageId id =
                john.privateMessages().send(NewPrivateMessage.of("Friday", "Hello", Cast.KATE, Cast.NICK));
        PrivateMessageId other = john.privateMessages().send(NewPrivateMessage.of("Monday", "Hello", Cast.KATE));
        kate.privateMessages().deleteReceived(Set.of(id));

        expect.notFound("privateMessage", () -> kate.privateMessages().message(id));
        expect.notFound("privateMessage", () -> kate.privateMessages().deleteReceived(Set.of(other, id)));
        assertThat(kate.privateMessages().inbox(Optional.empty()).messages()).hasSize(1);
        assertThat(john.privateMessages().message(id).text()).isEqualTo("Hello");
        john.privateMessages().deleteSent(Set.of(id, other));
        expect.notFound("privateMessage", () -> john.privateMessages().message(id));
        assertThat(center.nick().privateMessages().message(id).row().to()).hasSize(2);
        assertThat(kate.privateMessages().message(other).text()).isEqualTo("Hello");
        center.nick().privateMessages().deleteReceived(Set.of(id));
        assertThat(center.storage()
                        .<Boolean>read(unit -> unit.privateMessages().find(id).isPresent()))
                .isFalse();
    }

    @Test
    void oneMayWriteToOneself() {
        PrivateMessageId id = john.privateMessages().send(NewPrivateMessage.of("Note", "to self", Cast.JOHN));
        john.privateMessages().deleteSent(Set.of(id));

        assertThat(john.privateMessages().unread()).isEqualTo(1);
        assertThat(john.privateMessages().message(id).text()).isEqualTo("to self");
        assertThat(john.privateMessages().unread()).isZero();
    }

    @Test
    @Tag("E3")
    void nobodyWritesOrGetsAnyWithoutThePermission() {
        PrivateMessageId id = kate.privateMessages().send(NewPrivateMessage.of("Friday", "Hello", Cast.JOHN));
        center.admin().take(Cast.JOHN, Permission.PRIVATE_MESSAGES);

        calls().forEach(call -> expect.refused(Refusal.PERMISSION_MISSING, () -> call.accept(john, id)));
        expect.refused(Refusal.PERMISSION_MISSING, () -> john.privateMessages().inbox(Optional.empty()));
        expect.refused(Refusal.PERMISSION_MISSING, () -> john.privateMessages().sent(Optional.empty()));
        expect.refused(Refusal.PERMISSION_MISSING, () -> john.privateMessages().unread());
        expect.refused(
                Refusal.PERMISSION_MISSING,
                () -> john.privateMessages().send(NewPrivateMessage.of("Friday", "Hello", Cast.KATE)));
        expect.invalid(
                "to", () -> kate.privateMessages().send(NewPrivateMessage.of("Friday", "Hello", Cast.ANNA, Cast.JOHN)));
    }

    @Test
    void badInputIsNamedAndSentToNobody() {
        for (String subject : List.of(" ", "a\nb", "a\u0000", "x".repeat(201))) {
            assertThatThrownBy(() -> NewPrivateMessage.of(subject, "Hello", Cast.KATE))
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> assertThat(e.field()).isEqualTo("subject"));
        }
        assertThatThrownBy(() -> NewPrivateMessage.of("Hi", " ", Cast.KATE))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.field()).isEqualTo("text"));
        assertThatThrownBy(() -> NewPrivateMessage.of("Hi", "Ho"))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.field()).isEqualTo("to"));
        StaffId[] many =
                IntStream.range(0, 21).mapToObj(i -> StaffId.of("s" + i)).toArray(StaffId[]::new);
        assertThatThrownBy(() -> NewPrivateMessage.of("Hi", "Ho", many))
                .isInstanceOfSatisfying(
                        OverLimit.class, e -> assertThat(e.limit()).isEqualTo("recipients"));
        StaffId nobody = StaffId.of("nobody");
        expect.invalid("to", () -> john.privateMessages().send(NewPrivateMessage.of("Hi", "Ho", Cast.KATE, nobody)));
        expect.overLimit(
                "textCharacters",
                () -> john.privateMessages().send(NewPrivateMessage.of("Hi", "x".repeat(2_000_000), Cast.KATE)));
        Set<PrivateMessageId> tooMany = new HashSet<>();
        IntStream.range(0, 101).forEach(i -> tooMany.add(PrivateMessageId.of(i)));
        expect.overLimit("messages", () -> john.privateMessages().deleteReceived(tooMany));
    }

    @Test
    void pagesHoldFiftyAndFitTheirListAlone() {
        List<PrivateMessageId> all = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            all.add(0, john.privateMessages().send(NewPrivateMessage.of("Hi", "Ho", Cast.KATE)));
        }
        PrivateMessagePage first = kate.privateMessages().inbox(Optional.empty());
        PrivateMessagePage second = kate.privateMessages().inbox(first.next());

        assertThat(ids(first)).isEqualTo(all.subList(0, 50));
        assertThat(ids(second)).isEqualTo(all.subList(50, 51));
        assertThat(second.next()).isEmpty();
        assertThat(ids(john.privateMessages()
                        .sent(john.privateMessages().sent(Optional.empty()).next())))
                .hasSize(1);
        expect.invalid("page", () -> kate.privateMessages().sent(first.next()));
        expect.invalid("page", () -> kate.privateMessages().inbox(Optional.of(new PageToken("INBOX"))));
    }

    private static List<PrivateMessageId> ids(PrivateMessagePage page) {
        return page.messages().stream().map(PrivateMessageRow::id).toList();
    }

    private static List<BiConsumer<StaffDesk, PrivateMessageId>> calls() {
        return List.of(
                (desk, id) -> desk.privateMessages().message(id),
                (desk, id) -> desk.privateMessages().deleteReceived(Set.of(id)),
                (desk, id) -> desk.privateMessages().deleteSent(Set.of(id)));
    }
}
