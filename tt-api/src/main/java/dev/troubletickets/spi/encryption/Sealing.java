// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.encryption;

/**
 * Keeps secrets in the storage from whoever reads the storage, by a key that the host keeps elsewhere: {@link AesGcmSealing} is one, a
 * key-management service may be another. Safe for concurrent use.
 */
public interface Sealing {
    /**
     * @param purpose what the secret is for; it can be opened for that alone
     * @return bytes that tell nothing of the secret but its length
     */
    byte[] seal(byte[] secret, String purpose);

    /**
     * @return to be wiped by the caller
     * @throws CannotUnseal if it was not sealed here for this purpose, or was changed since
     */
    byte[] open(byte[] sealed, String purpose);

    /** A secret that stays closed; another key than that it was sealed with, most often. */
    final class CannotUnseal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public CannotUnseal(String why) {
            super(why);
        }
    }
}
