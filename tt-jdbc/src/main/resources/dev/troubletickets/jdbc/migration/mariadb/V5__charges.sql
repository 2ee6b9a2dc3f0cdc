-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0

-- What the host's billing is to do about customers' accounts, and what has become of it (E6). Rows outlive their tickets.
create table ${prefix}billing_order (
    -- by which the host knows it
    order_id   varchar(190) not null primary key,
    kind       varchar(32) not null,
    -- which one a refund gives back
    charge     varchar(190),
    account    varchar(190) not null,
    ticket     bigint not null,
    -- in the currency's smallest unit, as is refunded
    amount     bigint not null,
    currency   varchar(32) not null,
    words      longtext not null,
    ordered_by varchar(190) not null,
    ordered_at datetime(6) not null,
    -- WAITING, DONE, STUCK, VOID
    state      varchar(32) not null,
    -- when one that waits may be taken: the next try, or the end of the lease of who has it
    due        datetime(6) not null,
    fence      bigint not null default 0,
    tries      integer not null default 0,
    failure    longtext,
    reference  longtext,
    -- of a charge, by refunds that were not given up
    refunded   bigint not null default 0,
    settled_at datetime(6)
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}billing_order_due on ${prefix}billing_order (state, due, order_id);
create index ${prefix}billing_order_state on ${prefix}billing_order (state, ordered_at, order_id);
create index ${prefix}billing_order_when on ${prefix}billing_order (ordered_at, order_id);
create index ${prefix}billing_order_ticket on ${prefix}billing_order (ticket);

-- Support incidents that customers have paid in advance (E6).
create table ${prefix}incident_pack (
    -- the host's
    pack_key    varchar(190) not null primary key,
    account     varchar(190) not null,
    -- of all queues, if absent
    queue       bigint,
    incidents   integer not null,
    remaining   integer not null,
    valid_until datetime(6),
    withdrawn   boolean not null,
    granted_at  datetime(6) not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}incident_pack_account on ${prefix}incident_pack (account, pack_key);

-- How many a ticket uses, and of which packs. Goes with its ticket once they are given back.
create table ${prefix}incident_use (
    ticket    bigint not null primary key,
    -- whose it was, and where, when it was opened
    account   varchar(190) not null,
    queue     bigint not null,
    incidents integer not null,
    -- those of them that no pack had
    uncovered integer not null,
    -- such as 2 key, a line for each pack, in the order in which they were taken
    packs     longtext not null,
    -- how many it used before it was merged into another ticket
    aside     integer not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}incident_use_account on ${prefix}incident_use (account, uncovered);
