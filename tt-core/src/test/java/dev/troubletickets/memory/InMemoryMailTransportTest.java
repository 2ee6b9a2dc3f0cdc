// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory;

import dev.troubletickets.contract.mail.MailTransportContract;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailTransport;
import dev.troubletickets.spi.mail.MailTransport.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

class InMemoryMailTransportTest implements MailTransportContract, MailTransportContract.Server {
    private final InMemoryMail mail = InMemoryMail.create();
    private static final int RECIPIENTS_OF_THE_MAIL = 2;

    @Override
    public MailTransport transport() {
        return mail.transport();
    }

    @Override
    public Server server() {
        return this;
    }

    @Override
    public void next(Trouble trouble, EmailAddress... recipients) {
        mail.answerNextWith(
                switch (trouble) {
                    case REFUSES_RECIPIENTS ->
                        recipients.length == RECIPIENTS_OF_THE_MAIL
                                ? new Result.Rejected("550 all refused")
                                : new Result.Accepted(each("550 unknown", recipients), Map.of());
                    case DEFERS_RECIPIENTS ->
                        recipients.length == RECIPIENTS_OF_THE_MAIL
                                ? new Result.Deferred("450 all deferred")
                                : new Result.Accepted(Map.of(), each("450 greylisted", recipients));
                    case DEFERS, IS_DOWN -> new Result.Deferred("451 later");
                    case REJECTS -> new Result.Rejected("550 never");
                    case DROPS_AFTER_MESSAGE -> new Result.Uncertain("lost");
                });
    }

    private static Map<EmailAddress, String> each(String reply, EmailAddress... recipients) {
        return Arrays.stream(recipients).collect(Collectors.toMap(Function.identity(), any -> reply));
    }

    @Override
    public List<Delivered> delivered() {
        return mail.sent().stream()
                .map(sent -> new Delivered(
                        sent.envelope().sender().map(EmailAddress::value).orElse(""),
                        sent.accepted().stream().map(EmailAddress::value).toList(),
                        sent.bytes()))
                .toList();
    }
}
