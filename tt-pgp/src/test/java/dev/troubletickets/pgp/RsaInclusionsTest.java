// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import dev.troubletickets.contract.encryption.DecryptionContract;
import dev.troubletickets.spi.encryption.Decryption;

class RsaInclusionsTest implements DecryptionContract {
    private static final PgpInclusions INCLUSIONS = PgpInclusions.with(TestKeys.Rsa.RSA_3072);

    @Override
    public Decryption testee() {
        return INCLUSIONS;
    }

    @Override
    public String encrypted(String text) {
        return Sealing.to(TestKeys.Rsa.RSA_3072).text(text);
    }

    @Override
    public String encryptedForAnother(String text) {
        return Sealing.to(TestKeys.STRANGER).text(text);
    }
}
