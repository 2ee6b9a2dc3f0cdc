// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.people.Secret;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.spi.billing.Billing;
import dev.troubletickets.spi.billing.CustomerCounts;
import dev.troubletickets.spi.diagnostics.Diagnostics;
import dev.troubletickets.spi.encryption.Decryption;
import dev.troubletickets.spi.encryption.Encryption;
import dev.troubletickets.spi.encryption.Sealing;
import dev.troubletickets.spi.files.BlobStore;
import dev.troubletickets.spi.files.Scanner;
import dev.troubletickets.spi.identity.Directory;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.MailSystem;
import dev.troubletickets.spi.spelling.SpellChecker;
import dev.troubletickets.spi.storage.Storage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a support center is put together from. */
public record Parts(
        Storage storage,
        BlobStore blobs,
        Optional<Scanner> scanner,
        Directory directory,
        Optional<MailSystem> mail,
        MailLimits mailLimits,
        List<Secret> secrets,
        Optional<SpellChecker> spelling,
        Optional<Decryption> decryption,
        Optional<Encryption> encryption,
        Optional<Sealing> sealing,
        Optional<Diagnostics> diagnostics,
        Optional<CustomerCounts> customerCounts,
        Optional<Billing> billing,
        Settings firstSettings,
        Clock clock,
        RandomGenerator random) {
    public Parts {
        secrets = List.copyOf(secrets);
    }
}
