// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

/** What people write, about as long as people write. */
final class Words {
    static final String QUESTION = """
            Hello,

            since this morning all mail that I send to my customers comes back with "550 relay not permitted". I have not changed
            anything in my mail program. It worked yesterday evening, and it still works from my telephone. Can you have a look, please?

            Kind regards
            """;

    static final String ANSWER = """
            Hello,

            your mail program sends without logging in; we no longer accept that since last night. Please turn on authentication for the
            outgoing server, with the same name and password as for the incoming one, and use port 587. Your telephone does so already,
            which is why it works there. If it does not help, tell us the time of a mail that came back.
            """;

    private Words() {}
}
