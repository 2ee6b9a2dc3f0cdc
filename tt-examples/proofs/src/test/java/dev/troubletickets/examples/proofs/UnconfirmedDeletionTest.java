// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.pop3.Pop3Connection;
import com.icegreen.greenmail.pop3.Pop3Handler;
import com.icegreen.greenmail.pop3.Pop3Server;
import com.icegreen.greenmail.pop3.Pop3State;
import com.icegreen.greenmail.pop3.commands.Pop3Command;
import com.icegreen.greenmail.pop3.commands.Pop3CommandRegistry;
import com.icegreen.greenmail.pop3.commands.QuitCommand;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.troubletickets.SupportCenter;
import dev.troubletickets.mail.JakartaMail;
import dev.troubletickets.mail.MailboxAccount;
import dev.troubletickets.mail.SmtpServer;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.memory.MovableClock;
import dev.troubletickets.people.Secret;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.MailroomView;
import jakarta.mail.Flags;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A POP3 server that does not say that it has deleted: the poll fails, no mail is taken twice, and the next poll deletes. */
@Tag("D1")
class UnconfirmedDeletionTest {
    /** What the server does when it is told to QUIT for the first time. */
    private enum Quit {
        REFUSE,
        DROP,
        DELETE_AND_DROP
    }

    @ParameterizedTest
    @EnumSource
    void isToldAndAbsorbed(Quit quit) throws FolderException {
        Office office = new Office(quit);
        office.start();
        try {
            GreenMailUser support = office.setUser(IntakeNode.USER, IntakeNode.USER, IntakeNode.PASSWORD);
            support.deliver(GreenMailUtil.createTextEmail(
                    IntakeNode.USER,
                    "mary@example.net",
                    "Question",
                    "Why?",
                    office.getSmtp().getServerSetup()));
            MovableClock clock = MovableClock.startingAt(Instant.parse("2026-11-23T09:00:00Z"));
            SupportCenter center = Desk.on(InMemoryStorage.create())
                    .mail(mail(office))
                    .clock(clock)
                    .build();

            assertThat(center.background().runDue().failures()).isOne();
            assertThat(state(center).mailboxes().get(0).lastError())
                    .hasValueSatisfying(error -> assertThat(error.reason()).contains("confirm"));
            clock.advance(Duration.ofMinutes(16));
            assertThat(center.background().runDue().failures()).isZero();

            assertThat(state(center).taken()).isEqualTo(Map.of(MailOutcome.OPENED, 1L));
            assertThat(office.getManagers()
                            .getImapHostManager()
                            .getInbox(support)
                            .getMessageCount())
                    .isZero();
        } finally {
            office.stop();
        }
    }

    private static JakartaMail mail(Office office) {
        return JakartaMail.with(
                SmtpServer.of("127.0.0.1", office.getSmtp().getPort()).withoutTls(),
                MailboxAccount.pop3(
                                "127.0.0.1",
                                office.getPop3().getPort(),
                                IntakeNode.USER,
                                Secret.of(IntakeNode.PASSWORD))
                        .withoutTls());
    }

    private static MailroomView state(SupportCenter center) {
        return center.mailroom(StaffId.of("anna")).state();
    }

    /** GreenMail with a QUIT of its own. */
    private static final class Office extends GreenMail {
        private final OddQuit odd;

        Office(Quit quit) {
            super(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3)
            });
            this.odd = new OddQuit(quit);
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
            Map<String, AbstractServer> services = super.createServices(setups, managers);
            services.computeIfPresent(ServerSetup.PROTOCOL_POP3, (protocol, plain) -> pop3(plain, managers));
            return services;
        }

        private Pop3Server pop3(AbstractServer plain, Managers managers) {
            return new Pop3Server(plain.getServerSetup(), managers) {
                @Override
                protected ProtocolHandler createProtocolHandler(Socket socket) {
                    Pop3CommandRegistry commands = new Pop3CommandRegistry() {
                        @Override
                        public Pop3Command getCommand(String name) {
                            return name.equals("QUIT") ? odd : super.getCommand(name);
                        }
                    };
                    return new Pop3Handler(commands, managers.getUserManager(), socket);
                }
            };
        }
    }

    private static final class OddQuit extends QuitCommand {
        private final Quit first;
        private boolean told;

        OddQuit(Quit first) {
            this.first = first;
        }

        @Override
        public void execute(Pop3Connection connection, Pop3State state, String line) {
            if (told) {
                super.execute(connection, state, line);
                return;
            }
            told = true;
            try {
                if (first == Quit.DELETE_AND_DROP) {
                    state.getFolder().expunge();
                }
                for (StoredMessage message : state.getFolder().getMessages()) {
                    message.setFlag(Flags.Flag.DELETED, false);
                }
            } catch (FolderException failure) {
                throw new AssertionError(failure);
            }
            if (first == Quit.REFUSE) {
                connection.println("-ERR some messages not removed");
            }
            connection.quit();
        }
    }
}
