// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.erasure.ErasureId;
import dev.troubletickets.erasure.ErasureJob;
import dev.troubletickets.erasure.ErasurePage;
import dev.troubletickets.erasure.ErasurePreview;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.view.PageToken;
import java.util.List;
import java.util.Optional;

/**
 * Erases persons (G12), with the permission {@link dev.troubletickets.rights.Permission#ERASE}: words, names, addresses and files go,
 * figures, charges, numbers and states stay. Erasing cannot be undone. Whoever holds it erases in all queues, and learns how much there is of a
 * person in those they do not see; not what.
 *
 * <p>All that was there when it was started is gone when it is over. What comes meanwhile may be gone or not; a mail that comes afterwards
 * is a new one from somebody unknown to the erased tickets, and another erasure takes it, too.
 */
public interface Erasure {
    /**
     * What {@link #erase} would touch; changes nothing. Reads through everything in small parts, as that does, which may take minutes where
     * there is much.
     *
     * @throws dev.troubletickets.failure.NotFound if neither the host knows the account nor anything here is the person's
     * @throws dev.troubletickets.failure.Invalid if an address is a technician's, the installation's own, or another account's
     */
    ErasurePreview preview(Person person);

    /**
     * Notes that the person is to be erased; {@link Background#runDue} does it, a small part in a transaction, and goes on where it was after
     * a crash, on any node.
     *
     * @throws dev.troubletickets.failure.NotFound as {@link #preview}
     * @throws dev.troubletickets.failure.Invalid as {@link #preview}
     * @throws dev.troubletickets.failure.OverLimit {@code erasures}, if 20 are not over yet
     */
    ErasureId erase(Person person);

    /** @throws dev.troubletickets.failure.NotFound if there is none such */
    ErasureJob state(ErasureId erasure);

    /**
     * Which tickets it has touched, 500 a page.
     *
     * @throws dev.troubletickets.failure.NotFound if there is none such
     */
    ErasurePage tickets(ErasureId erasure, Optional<PageToken> from);

    /** The newest first, at most 100. */
    List<ErasureJob> all();
}
