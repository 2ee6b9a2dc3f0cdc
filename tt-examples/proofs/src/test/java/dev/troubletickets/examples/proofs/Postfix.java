// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import dev.troubletickets.contract.ports.FreePort;
import dev.troubletickets.mail.SmtpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Postfix of the operating system, started as root, which delivers into Maildirs of two domains and nowhere else. */
final class Postfix implements AutoCloseable {
    static final String SUPPORT = "support@desk.example";
    static final String JANE = "jane@customer.example";
    static final String BOSS = "boss@customer.example";

    private final Path folder;
    private final Path own;
    private final int port = FreePort.next();
    final PolicyServer policy = new PolicyServer();

    /** @param folder has a certificate and a folder {@code mail} */
    Postfix(Path folder) {
        this.folder = folder;
        this.own = folder.resolve("postfix");
        try {
            Files.createDirectories(own.resolve("queue"));
            Files.createDirectories(own.resolve("data"));
            Files.writeString(own.resolve("main.cf"), main());
            Files.writeString(own.resolve("master.cf"), master());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        RealServer.run(List.of("chown", "postfix", own.resolve("data").toString()));
        RealServer.run(List.of("postfix", "-c", own.toString(), "start"));
        RealServer.awaitPort(port, own.resolve("mail.log"));
    }

    /** Over STARTTLS. */
    SmtpServer server() {
        return SmtpServer.of("localhost", port)
                .trusting(RealServer.trust(folder))
                .greetingAs("desk.example");
    }

    private String main() {
        return """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                command_directory = /usr/sbin
                daemon_directory = /usr/lib/postfix/sbin
                mail_owner = postfix
                setgid_group = postdrop
                maillog_file = %1$s/mail.log
                maillog_file_prefixes = %1$s
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                myhostname = mx.desk.example
                mynetworks = 127.0.0.0/8
                mydestination =
                alias_maps =
                alias_database =
                default_transport = error:nowhere
                virtual_mailbox_domains = desk.example customer.example
                virtual_mailbox_base = %2$s/mail
                virtual_mailbox_maps = inline:{ %4$s=support/ %5$s=jane/ %6$s=boss/ }
                virtual_uid_maps = static:%3$d
                virtual_gid_maps = static:%3$d
                smtpd_tls_security_level = may
                smtpd_tls_cert_file = %2$s/cert.pem
                smtpd_tls_key_file = %2$s/key.pem
                smtpd_peername_lookup = no
                smtpd_relay_restrictions = permit_mynetworks reject
                smtpd_recipient_restrictions = check_policy_service inet:127.0.0.1:%7$d permit_mynetworks reject
                """.formatted(own, folder, RealServer.MAIL_USER, SUPPORT, JANE, BOSS, policy.port());
    }

    private String master() {
        return """
                127.0.0.1:%d inet n - n - - smtpd
                postlog unix-dgram n - n - 1 postlogd
                pickup unix n - n 60 1 pickup
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                tlsmgr unix - - n 1000? 1 tlsmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                proxymap unix - - n - - proxymap
                error unix - - n - - error
                retry unix - - n - - error
                virtual unix - n n - - virtual
                anvil unix - - n - 1 anvil
                """.formatted(port);
    }

    @Override
    public void close() {
        RealServer.run(List.of("postfix", "-c", own.toString(), "stop"));
        policy.close();
    }
}
