// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** The rules of the desk, its in-memory adapters and a spell-checker. */
module dev.troubletickets.core {
    requires transitive dev.troubletickets.api;
    requires com.fasterxml.jackson.annotation;
    requires com.github.benmanes.caffeine;
    requires org.apache.tika.core;
    requires org.slf4j;
    requires tools.jackson.databind;
    requires static org.apache.lucene.analysis.common;
    requires static org.apache.lucene.core;
    requires static org.jspecify;

    exports dev.troubletickets;
    exports dev.troubletickets.files;
    exports dev.troubletickets.inclusions;
    exports dev.troubletickets.memory;
    exports dev.troubletickets.quotes;
    exports dev.troubletickets.spelling;
}
