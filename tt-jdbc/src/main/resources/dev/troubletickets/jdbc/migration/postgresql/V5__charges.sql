-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0

-- What the host's billing is to do about customers' accounts, and what has become of it (E6). Rows outlive their tickets.
create table ${prefix}billing_order (
    -- by which the host knows it
    order_id   text collate "C" not null primary key,
    kind       text collate "C" not null,
    -- which one a refund gives back
    charge     text collate "C",
    account    text collate "C" not null,
    ticket     bigint not null,
    -- in the currency's smallest unit, as is refunded
    amount     bigint not null,
    currency   text collate "C" not null,
    words      text not null,
    ordered_by text collate "C" not null,
    ordered_at timestamptz not null,
    -- WAITING, DONE, STUCK, VOID
    state      text collate "C" not null,
    -- when one that waits may be taken: the next try, or the end of the lease of who has it
    due        timestamptz not null,
    fence      bigint not null default 0,
    tries      integer not null default 0,
    failure    text,
    reference  text,
    -- of a charge, by refunds that were not given up
    refunded   bigint not null default 0,
    settled_at timestamptz
);
create index ${prefix}billing_order_due on ${prefix}billing_order (state, due, order_id);
create index ${prefix}billing_order_state on ${prefix}billing_order (state, ordered_at, order_id);
create index ${prefix}billing_order_when on ${prefix}billing_order (ordered_at, order_id);
create index ${prefix}billing_order_ticket on ${prefix}billing_order (ticket);

-- Support incidents that customers have paid in advance (E6).
create table ${prefix}incident_pack (
    -- the host's
    pack_key    text collate "C" not null primary key,
    account     text collate "C" not null,
    -- of all queues, if absent
    queue       bigint,
    incidents   integer not null,
    remaining   integer not null,
    valid_until timestamptz,
    withdrawn   boolean not null,
    granted_at  timestamptz not null
);
create index ${prefix}incident_pack_account on ${prefix}incident_pack (account, pack_key);

-- How many a ticket uses, and of which packs. Goes with its ticket once they are given back.
create table ${prefix}incident_use (
    ticket    bigint not null primary key,
    -- whose it was, and where, when it was opened
    account   text collate "C" not null,
    queue     bigint not null,
    incidents integer not null,
    -- those of them that no pack had
    uncovered integer not null,
    -- such as 2 key, a line for each pack, in the order in which they were taken
    packs     text not null,
    -- how many it used before it was merged into another ticket
    aside     integer not null
);
create index ${prefix}incident_use_account on ${prefix}incident_use (account, uncovered);
