-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0

-- The desk's own OpenPGP keys: what customers encrypt to, and what is read with.
create table ${prefix}encryption_key (
    fingerprint       text collate "C" not null primary key,
    armored           text not null,
    user_id           text not null,
    algorithm         text not null,
    created_at        timestamptz not null,
    expires_at        timestamptz,
    added_at          timestamptz not null,
    state             text not null,
    -- base64 of what the host's key has sealed; gone once the key is retired
    sealed_key        text,
    sealed_passphrase text
);

-- Customers' public keys: whose signatures are proven.
create table ${prefix}customer_key (
    account     text collate "C" not null primary key,
    armored     text not null,
    fingerprint text not null,
    user_id     text not null,
    algorithm   text not null,
    created_at  timestamptz not null,
    expires_at  timestamptz,
    added_at    timestamptz not null
);
