// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets;

import dev.troubletickets.core.desk.Desks;
import dev.troubletickets.core.desk.Parts;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.Background;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.Mailroom;
import dev.troubletickets.desk.ResellerDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.feed.EventFeed;
import dev.troubletickets.money.IncidentPacks;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.Secret;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.spi.billing.Billing;
import dev.troubletickets.spi.billing.CustomerCounts;
import dev.troubletickets.spi.diagnostics.Diagnostics;
import dev.troubletickets.spi.encryption.Decryption;
import dev.troubletickets.spi.encryption.Encryption;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.encryption.Sealing;
import dev.troubletickets.spi.files.BlobStore;
import dev.troubletickets.spi.files.Scanner;
import dev.troubletickets.spi.identity.Directory;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.MailSystem;
import dev.troubletickets.spi.spelling.SpellChecker;
import dev.troubletickets.spi.storage.Storage;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole support desk, wired to its host. Build one at start-up and keep it; it is safe for concurrent use, and any number of processes
 * may each have one on the same storage. It opens no thread and no connection of its own; what the host handed in the host closes.
 *
 * <p>Who someone is the host decides, by the desk it takes for them.
 */
public final class SupportCenter {
    private final Desks desks;

    private SupportCenter(Desks desks) {
        this.desks = desks;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The panel's pages for a customer. */
    public CustomerDesk customer(AccountId account) {
        return desks.customer(account);
    }

    /** The panel's pages for a technician. */
    public StaffDesk staff(StaffId technician) {
        return desks.staff(technician);
    }

    /** The panel's pages for a reseller. */
    public ResellerDesk reseller(ResellerId reseller) {
        return desks.reseller(reseller);
    }

    /** The panel's pages for settings, queues and security. */
    public AdminDesk administration(StaffId administrator) {
        return desks.administration(administrator);
    }

    /** The panel's page for mail. */
    public Mailroom mailroom(StaffId administrator) {
        return desks.mailroom(administrator);
    }

    /** The public key to encrypt to, for anybody, such as on the provider's web site (F2); as {@link CustomerDesk#publicKey}. */
    public Optional<PublicKey> publicKey() {
        return desks.publicKey();
    }

    /** What has happened in all tickets, for the host's own programs: webhooks, live pages, mirrors (G4). */
    public EventFeed events() {
        return desks.events();
    }

    /** Support incidents that customers pay in advance, for the host's own programs (E6). */
    public IncidentPacks incidents() {
        return desks.incidents();
    }

    /** The work nobody waits for; somebody has to run it. */
    public Background background() {
        return desks.background();
    }

    /** Puts a support center together. Storage, identity and installation are needed; with mail a secret is, too. */
    public static final class Builder {
        private @Nullable Storage storage;
        private @Nullable BlobStore files;
        private @Nullable Scanner scanner;
        private @Nullable Directory directory;
        private @Nullable MailSystem mail;
        private MailLimits mailLimits = MailLimits.defaults();
        private List<Secret> secrets = List.of();
        private @Nullable SpellChecker spelling;
        private @Nullable Decryption decryption;
        private @Nullable Encryption encryption;
        private @Nullable Sealing sealing;
        private @Nullable Diagnostics diagnostics;
        private @Nullable CustomerCounts customerCounts;
        private @Nullable Billing billing;
        private @Nullable Settings firstSettings;
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        public Builder storage(Storage value) {
            storage = value;
            return this;
        }

        /** Keeps the bytes of files (F3); the storage does by default. Once files are there, the store stays the same, or is moved with them. */
        public Builder files(BlobStore value) {
            files = value;
            return this;
        }

        /** Looks through files before anyone has them (F3); without it, none is looked through. */
        public Builder scanner(Scanner value) {
            scanner = value;
            return this;
        }

        public Builder identity(Directory value) {
            directory = value;
            return this;
        }

        /** Without it, tickets live in the panel alone, and nothing is mailed. */
        public Builder mail(MailSystem value) {
            mail = value;
            return this;
        }

        public Builder mailLimits(MailLimits value) {
            mailLimits = value;
            return this;
        }

        /**
         * Signs the Message-IDs by which replies find their tickets: at least 16 random bytes, the same on every node and after every
         * restart. To change it, give the new one first and the former ones after it.
         */
        public Builder secret(Secret current, Secret... former) {
            List<Secret> all = new ArrayList<>();
            all.add(current);
            all.addAll(List.of(former));
            secrets = all;
            return this;
        }

        public Builder spelling(SpellChecker value) {
            spelling = value;
            return this;
        }

        /** Reads with keys that the host holds what is encrypted to none of the desk's own (F2). */
        public Builder encryption(Decryption value) {
            decryption = value;
            return this;
        }

        /** Makes and uses keys of the desk's own: {@link AdminDesk#encryptionKeys}. They need a {@link #sealing}, too. */
        public Builder encryptionKeys(Encryption value) {
            encryption = value;
            return this;
        }

        /** Keeps what is private of the desk's keys from whoever reads the storage; without it, none is kept. */
        public Builder sealing(Sealing value) {
            sealing = value;
            return this;
        }

        /** Without it, no tool looks at a service. */
        public Builder diagnostics(Diagnostics value) {
            diagnostics = value;
            return this;
        }

        /** Without it, no price per customer can be set (E5). */
        public Builder customerCounts(CustomerCounts value) {
            customerCounts = value;
            return this;
        }

        /** Carries out what customers are charged for answers; without it, nothing can be charged (E6). */
        public Builder billing(Billing value) {
            billing = value;
            return this;
        }

        /**
         * The name customers know and the address they write to. Used when the storage is new; from then on the settings saved by an
         * administrator hold.
         */
        public Builder installation(String name, String supportAddress) {
            return installation(Settings.of(name, EmailAddress.of(supportAddress)));
        }

        /** All settings of a new installation. */
        public Builder installation(Settings first) {
            firstSettings = first;
            return this;
        }

        /** The only source of time; the system's by default. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /**
         * Writes the first settings and the first queue if the storage is new.
         *
         * @throws IllegalStateException if a part that is needed is missing
         * @throws IllegalArgumentException if a secret is too short
         * @throws dev.troubletickets.failure.Unavailable if the storage does not answer
         */
        public SupportCenter build() {
            if (mail != null && secrets.isEmpty()) {
                throw new IllegalStateException("mail needs a secret: SupportCenter.builder().secret(…)");
            }
            Storage kept = needed("storage", storage);
            return new SupportCenter(new Desks(new Parts(
                    kept,
                    files == null ? kept.blobs() : files,
                    Optional.ofNullable(scanner),
                    needed("identity", directory),
                    Optional.ofNullable(mail),
                    mailLimits,
                    secrets,
                    Optional.ofNullable(spelling),
                    Optional.ofNullable(decryption),
                    Optional.ofNullable(encryption),
                    Optional.ofNullable(sealing),
                    Optional.ofNullable(diagnostics),
                    Optional.ofNullable(customerCounts),
                    Optional.ofNullable(billing),
                    needed("installation", firstSettings),
                    clock,
                    new SecureRandom())));
        }

        private static <T> T needed(String part, @Nullable T value) {
            if (value == null) {
                throw new IllegalStateException(
                        "a support center needs " + part + ": SupportCenter.builder()." + part + "(…)");
            }
            return value;
        }
    }
}
