// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Encrypted inclusions over Bouncy Castle, none of whose types is seen outside. */
module dev.troubletickets.pgp {
    requires transitive dev.troubletickets.api;
    requires org.bouncycastle.pg;
    requires org.bouncycastle.provider;
    requires static org.jspecify;

    exports dev.troubletickets.pgp;
}
