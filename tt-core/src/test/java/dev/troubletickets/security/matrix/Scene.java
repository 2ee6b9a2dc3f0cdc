// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import java.util.ArrayList;
import java.util.List;

/** Who acts on which ticket. */
record Scene(Who who, Relation relation, State state) {
    /** What a call is tried in that takes no ticket. */
    static Scene plain(Who who) {
        return new Scene(who, Relation.NONE, State.NEW);
    }

    static List<Scene> all() {
        List<Scene> all = new ArrayList<>();
        for (Who who : Who.values()) {
            for (Relation relation : Relation.values()) {
                for (State state : State.values()) {
                    Scene scene = new Scene(who, relation, state);
                    if (scene.isPossible()) {
                        all.add(scene);
                    }
                }
            }
        }
        return all;
    }

    /** Nobody else is anything to the ticket: it cannot be given to them. */
    private boolean isOfTheSide() {
        return who.isStaff() && who != Who.RESELLERS_TECHNICIAN;
    }

    /** Only technicians are anything to a ticket; one that is open with two is not closed by one; a locked one is not merged away. */
    private boolean isPossible() {
        boolean open =
                state == State.NEW || state == State.ANSWERED || state == State.ON_HOLD || state == State.SNOOZED;
        return switch (relation) {
            case NONE -> true;
            case PART -> isOfTheSide() && open;
            case LOCKED -> isOfTheSide() && state != State.MERGED && state != State.DELETED;
            default -> isOfTheSide();
        };
    }
}
