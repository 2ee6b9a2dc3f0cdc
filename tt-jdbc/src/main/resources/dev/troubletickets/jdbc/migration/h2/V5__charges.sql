-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0

-- What the host's billing is to do about customers' accounts, and what has become of it (E6). Rows outlive their tickets.
create table ${prefix}billing_order (
    -- by which the host knows it
    order_id   varchar not null primary key,
    kind       varchar not null,
    -- which one a refund gives back
    charge     varchar,
    account    varchar not null,
    ticket     bigint not null,
    -- in the currency's smallest unit, as is refunded
    amount     bigint not null,
    currency   varchar not null,
    words      varchar not null,
    ordered_by varchar not null,
    ordered_at timestamp(6) with time zone not null,
    -- WAITING, DONE, STUCK, VOID
    state      varchar not null,
    -- when one that waits may be taken: the next try, or the end of the lease of who has it
    due        timestamp(6) with time zone not null,
    fence      bigint not null default 0,
    tries      integer not null default 0,
    failure    varchar,
    reference  varchar,
    -- of a charge, by refunds that were not given up
    refunded   bigint not null default 0,
    settled_at timestamp(6) with time zone
);
create index ${prefix}billing_order_due on ${prefix}billing_order (state, due, order_id);
create index ${prefix}billing_order_state on ${prefix}billing_order (state, ordered_at, order_id);
create index ${prefix}billing_order_when on ${prefix}billing_order (ordered_at, order_id);
create index ${prefix}billing_order_ticket on ${prefix}billing_order (ticket);

-- Support incidents that customers have paid in advance (E6).
create table ${prefix}incident_pack (
    -- the host's
    pack_key    varchar not null primary key,
    account     varchar not null,
    -- of all queues, if absent
    queue       bigint,
    incidents   integer not null,
    remaining   integer not null,
    valid_until timestamp(6) with time zone,
    withdrawn   boolean not null,
    granted_at  timestamp(6) with time zone not null
);
create index ${prefix}incident_pack_account on ${prefix}incident_pack (account, pack_key);

-- How many a ticket uses, and of which packs. Goes with its ticket once they are given back.
create table ${prefix}incident_use (
    ticket    bigint not null primary key,
    -- whose it was, and where, when it was opened
    account   varchar not null,
    queue     bigint not null,
    incidents integer not null,
    -- those of them that no pack had
    uncovered integer not null,
    -- such as 2 key, a line for each pack, in the order in which they were taken
    packs     varchar not null,
    -- how many it used before it was merged into another ticket
    aside     integer not null
);
create index ${prefix}incident_use_account on ${prefix}incident_use (account, uncovered);
