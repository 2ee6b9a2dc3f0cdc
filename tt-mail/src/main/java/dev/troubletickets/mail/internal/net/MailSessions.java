// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.net;

import dev.troubletickets.mail.internal.net.Endpoint.Security;
import jakarta.mail.Session;
import java.util.Properties;

/** Sessions of Jakarta Mail with everything set that has an unsafe default: time-outs, TLS, names. No JVM-wide property is touched. */
public final class MailSessions {
    private MailSessions() {}

    /** @param protocol smtp, imap or pop3; further properties are added to those returned */
    public static Properties properties(String protocol, Endpoint server) {
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.put(
                prefix + "connectiontimeout", millis(server.waits().connect().toMillis()));
        properties.put(prefix + "timeout", millis(server.waits().read().toMillis()));
        properties.put(prefix + "writetimeout", millis(server.waits().write().toMillis()));
        properties.put(prefix + "ssl.enable", Boolean.toString(server.security() == Security.TLS));
        properties.put(prefix + "starttls.enable", Boolean.toString(server.security() == Security.STARTTLS));
        properties.put(prefix + "starttls.required", Boolean.toString(server.security() == Security.STARTTLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "auth", Boolean.toString(server.login().isPresent()));
        server.login().ifPresent(login -> login.addTo(properties, prefix));
        server.trust().ifPresent(trust -> {
            properties.put(prefix + "ssl.socketFactory", trust.getSocketFactory());
        });
        // or Angus tries again with the runtime's own trust; there is no such property for ssl.socketFactory alone
        properties.put(prefix + "socketFactory.fallback", "false");
        return properties;
    }

    /** The same, with every connection under the deadline. */
    public static Properties properties(String protocol, Endpoint server, Deadline deadline) {
        Properties properties = properties(protocol, server);
        WatchedSockets sockets = new WatchedSockets(server, deadline);
        properties.put("mail." + protocol + ".socketFactory", sockets);
        properties.put("mail." + protocol + ".ssl.socketFactory", sockets);
        return properties;
    }

    public static Session session(Properties properties) {
        return Session.getInstance(properties);
    }

    private static String millis(long millis) {
        return Long.toString(millis);
    }
}
