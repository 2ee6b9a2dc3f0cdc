// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who acts on which ticket.
 *
 * @param offered whether support is offered to the reseller; if it is not, the ticket is on the reseller's side (E4)
 */
record Scene(Who who, Relation relation, State state, boolean offered) {
    /** What a call is tried in that takes no ticket. */
    static Scene plain(Who who) {
        return new Scene(who, Relation.NONE, State.NEW, true);
    }

    /** The same, where support is not offered. */
    Scene aside() {
        return new Scene(who, relation, state, false);
    }

    static List<Scene> all() {
        List<Scene> all = new ArrayList<>();
        for (Who who : Who.values()) {
            for (Relation relation : Relation.values()) {
                for (State state : State.values()) {
                    Scene scene = new Scene(who, relation, state, true);
                    Stream.of(scene, scene.aside())
                            .filter(each -> each.isPossible() && each.tellsMore())
                            .forEach(all::add);
                }
            }
        }
        return all;
    }

    /** Nobody else is anything to the ticket: it cannot be given to them. */
    private boolean isOfTheSide() {
        return who.isStaff() && offered != (who == Who.RESELLERS_TECHNICIAN);
    }

    /** On the reseller's side, others than their staff are tried in one state, as are invitations, which give these nothing more. */
    private boolean tellsMore() {
        boolean ownStaff = who == Who.RESELLERS_TECHNICIAN && relation.compareTo(Relation.INVITED_TO_READ) < 0;
        return offered || ownStaff || state == State.NEW;
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
