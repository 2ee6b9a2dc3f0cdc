// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import dev.troubletickets.contract.ports.FreePort;
import dev.troubletickets.mail.AccessTokens;
import dev.troubletickets.mail.MailboxAccount;
import dev.troubletickets.people.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Dovecot with Maildirs, of the operating system, started as root. Any user has the one password, and a token of their own. */
final class Dovecot implements AutoCloseable {
    static final String PASSWORD = "correct-horse";

    private final Path folder;
    private final int imap = FreePort.next();
    private final int imaps = FreePort.next();
    private final int pop3 = FreePort.next();
    private final int pop3s = FreePort.next();
    private final HttpServer tokens;
    private final Process process;

    /** @param folder has a certificate */
    Dovecot(Path folder) {
        this.folder = folder;
        try {
            tokens = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            tokens.createContext("/token", Dovecot::introspect);
            tokens.start();
            RealServer.run(List.of(
                    "install",
                    "-d",
                    "-o",
                    RealServer.MAIL_USER + "",
                    "-g",
                    RealServer.MAIL_USER + "",
                    folder.resolve("mail").toString(),
                    folder.resolve("home").toString()));
            Files.writeString(
                    folder.resolve("oauth2.conf"),
                    "tokeninfo_url = http://127.0.0.1:" + tokens.getAddress().getPort()
                            + "/token?access_token=\nusername_attribute = email\n");
            Path configuration = Files.writeString(folder.resolve("dovecot.conf"), configuration());
            process = new ProcessBuilder("dovecot", "-F", "-c", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("dovecot.out").toFile())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        List.of(imap, imaps, pop3, pop3s).forEach(port -> RealServer.awaitPort(port, folder.resolve("dovecot.log")));
    }

    private String configuration() {
        return """
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/dovecot.log
                protocols = imap pop3
                listen = 127.0.0.1
                ssl = yes
                ssl_cert = <%1$s/cert.pem
                ssl_key = <%1$s/key.pem
                disable_plaintext_auth = no
                auth_mechanisms = plain login xoauth2
                auth_failure_delay = 0
                first_valid_uid = 1
                mail_location = maildir:%1$s/mail/%%n
                mailbox_idle_check_interval = 1 secs
                passdb {
                  driver = oauth2
                  mechanisms = xoauth2
                  args = %1$s/oauth2.conf
                }
                passdb {
                  driver = static
                  mechanisms = plain login
                  args = password=%2$s
                }
                userdb {
                  driver = static
                  args = uid=%3$d gid=%3$d home=%1$s/home/%%n allow_all_users=yes
                }
                service imap-login {
                  inet_listener imap {
                    port = %4$d
                  }
                  inet_listener imaps {
                    port = %5$d
                  }
                }
                service pop3-login {
                  inet_listener pop3 {
                    port = %6$d
                  }
                  inet_listener pop3s {
                    port = %7$d
                  }
                }
                """.formatted(folder, PASSWORD, RealServer.MAIL_USER, imap, imaps, pop3, pop3s);
    }

    /** A token is {@code token-of-} and the user's name. */
    private static void introspect(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        String token = query.substring(query.indexOf('=') + 1);
        boolean known = token.startsWith("token-of-");
        byte[] answer = (known ? "{\"email\":\"" + token.substring("token-of-".length()) + "\"}" : "{\"error\":\"x\"}")
                .getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(known ? 200 : 400, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    int imapPort() {
        return imap;
    }

    int pop3Port() {
        return pop3;
    }

    /** Over STARTTLS. */
    MailboxAccount imap(String user) {
        return MailboxAccount.imap("localhost", imap, user, Secret.of(PASSWORD), "INBOX")
                .trusting(RealServer.trust(folder));
    }

    /** Over TLS. */
    MailboxAccount imaps(String user, AccessTokens by) {
        return MailboxAccount.imap("localhost", imaps, user, by, "INBOX")
                .implicitTls()
                .trusting(RealServer.trust(folder));
    }

    /** Over STLS. */
    MailboxAccount pop3(String user) {
        return MailboxAccount.pop3("localhost", pop3, user, Secret.of(PASSWORD)).trusting(RealServer.trust(folder));
    }

    /** Over TLS. */
    MailboxAccount pop3s(String user, AccessTokens by) {
        return MailboxAccount.pop3("localhost", pop3s, user, by).implicitTls().trusting(RealServer.trust(folder));
    }

    /** As a local delivery agent does. */
    void deliver(String user, String file, byte[] raw) {
        Path box = folder.resolve("mail").resolve(user);
        try {
            for (String part : List.of("tmp", "new", "cur")) {
                Files.createDirectories(box.resolve(part));
            }
            Files.write(box.resolve("tmp").resolve(file), raw);
            RealServer.run(List.of("chown", "-R", RealServer.MAIL_USER + ":" + RealServer.MAIL_USER, box.toString()));
            Files.move(box.resolve("tmp").resolve(file), box.resolve("new").resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        tokens.stop(0);
        process.destroy();
        process.onExit().join();
    }
}
