// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What a panel calls and what adapters implement. Needs nothing at run time but the JDK. */
@SuppressWarnings("module") // core is compiled later
module dev.troubletickets.api {
    requires static org.jspecify;

    exports dev.troubletickets.bulk;
    exports dev.troubletickets.command;
    exports dev.troubletickets.desk;
    exports dev.troubletickets.erasure;
    exports dev.troubletickets.event;
    exports dev.troubletickets.failure;
    exports dev.troubletickets.feed;
    exports dev.troubletickets.fields;
    exports dev.troubletickets.knowledge;
    // the library's own translations
    exports dev.troubletickets.language to
            dev.troubletickets.core;
    exports dev.troubletickets.messages;
    exports dev.troubletickets.money;
    exports dev.troubletickets.passage;
    exports dev.troubletickets.people;
    exports dev.troubletickets.rights;
    exports dev.troubletickets.rules;
    exports dev.troubletickets.search;
    exports dev.troubletickets.settings;
    exports dev.troubletickets.spi.diagnostics;
    exports dev.troubletickets.spi.billing;
    exports dev.troubletickets.spi.encryption;
    exports dev.troubletickets.spi.files;
    exports dev.troubletickets.spi.identity;
    exports dev.troubletickets.spi.mail;
    exports dev.troubletickets.spi.spelling;
    exports dev.troubletickets.spi.storage;
    exports dev.troubletickets.tasks;
    exports dev.troubletickets.statistics;
    exports dev.troubletickets.ticket;
    exports dev.troubletickets.view;
}
