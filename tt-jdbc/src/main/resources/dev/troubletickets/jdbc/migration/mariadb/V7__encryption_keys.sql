-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0

-- The desk's own OpenPGP keys: what customers encrypt to, and what is read with.
create table ${prefix}encryption_key (
    fingerprint       varchar(190) not null primary key,
    armored           longtext not null,
    user_id           longtext not null,
    algorithm         longtext not null,
    created_at        datetime(6) not null,
    expires_at        datetime(6),
    added_at          datetime(6) not null,
    state             longtext not null,
    -- base64 of what the host's key has sealed; gone once the key is retired
    sealed_key        longtext,
    sealed_passphrase longtext
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

-- Customers' public keys: whose signatures are proven.
create table ${prefix}customer_key (
    account     varchar(190) not null primary key,
    armored     longtext not null,
    fingerprint longtext not null,
    user_id     longtext not null,
    algorithm   longtext not null,
    created_at  datetime(6) not null,
    expires_at  datetime(6),
    added_at    datetime(6) not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
