-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0

-- The desk's own OpenPGP keys: what customers encrypt to, and what is read with.
create table ${prefix}encryption_key (
    fingerprint       varchar not null primary key,
    armored           varchar not null,
    user_id           varchar not null,
    algorithm         varchar not null,
    created_at        timestamp(6) with time zone not null,
    expires_at        timestamp(6) with time zone,
    added_at          timestamp(6) with time zone not null,
    state             varchar not null,
    -- base64 of what the host's key has sealed; gone once the key is retired
    sealed_key        varchar,
    sealed_passphrase varchar
);

-- Customers' public keys: whose signatures are proven.
create table ${prefix}customer_key (
    account     varchar not null primary key,
    armored     varchar not null,
    fingerprint varchar not null,
    user_id     varchar not null,
    algorithm   varchar not null,
    created_at  timestamp(6) with time zone not null,
    expires_at  timestamp(6) with time zone,
    added_at    timestamp(6) with time zone not null
);
