// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A public operation, as it is tried.
 *
 * @param name the interface and the method, with the types of its parameters where others have its name
 * @param reads it changes nothing that another call would tell
 */
record Operation(String name, boolean reads, Function<Stage, Object> call) {
    /** Of which desks it is. */
    enum Face {
        CUSTOMER,
        RESELLER,
        STAFF
    }

    Face face() {
        if (name.startsWith("CustomerDesk") || name.startsWith("PublicKnowledge")) {
            return Face.CUSTOMER;
        }
        return name.startsWith("ResellerDesk") || name.startsWith("ResellerStatements") ? Face.RESELLER : Face.STAFF;
    }

    /** One that does something. */
    static Operation of(String name, Consumer<Stage> call) {
        return new Operation(name, false, stage -> {
            call.accept(stage);
            return "";
        });
    }

    /** One that writes something out: its bytes are what it shows. */
    static Operation writing(String name, BiConsumer<Stage, OutputStream> call) {
        return reading(name, stage -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            call.accept(stage, bytes);
            return bytes.toString(StandardCharsets.ISO_8859_1);
        });
    }

    /** One that shows something. */
    static Operation reading(String name, Function<Stage, Object> call) {
        return new Operation(name, true, call);
    }

    /** What it shows, if anything. */
    Object tryOn(Stage stage) {
        return call.apply(stage);
    }

    static Stream<Operation> all() {
        return Stream.of(CustomerOperations.all(), TicketOperations.all(), StaffOperations.all(), AdminOperations.all())
                .flatMap(List::stream);
    }

    @Override
    public String toString() {
        return name;
    }
}
