-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0

-- Prices for resellers, each from an instant on (E5). Rows are added, and never changed.
create table ${prefix}price_change (
    id bigint not null auto_increment primary key,
    -- empty for the default
    reseller   varchar(190) not null,
    -- per what; absent, with the amount, where a price ends
    unit       varchar(32),
    -- in the currency's smallest unit
    each_units bigint,
    currency   varchar(32),
    from_at    datetime(6) not null,
    set_by     varchar(190) not null,
    set_at     datetime(6) not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}price_change_from on ${prefix}price_change (reseller, from_at, id);

-- What resellers are charged. Nothing but the statement of a row ever changes, and that once. Rows outlive their tickets.
create table ${prefix}reseller_charge (
    id bigint not null auto_increment primary key,
    charge_key  varchar(700) not null unique,
    reseller    varchar(190) not null,
    -- the number of the statement it stands in; 0 while it stands in none
    statement   integer not null default 0,
    happened_at datetime(6) not null,
    kind        varchar(32) not null,
    ticket      bigint,
    quantity    bigint not null,
    -- in the currency's smallest unit
    amount      bigint not null,
    currency    varchar(32) not null,
    price       bigint,
    note        longtext,
    set_by      varchar(190),
    foreign key (price) references ${prefix}price_change (id)
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}reseller_charge_when on ${prefix}reseller_charge (reseller, happened_at, id);
create index ${prefix}reseller_charge_statement on ${prefix}reseller_charge (reseller, statement, happened_at, id);
-- all that adding up of a range needs, so that the rows themselves are not read
create index ${prefix}reseller_charge_range on ${prefix}reseller_charge (happened_at, reseller, currency, kind, amount);

-- Statements as they were issued.
create table ${prefix}reseller_statement (
    reseller    varchar(190) not null,
    -- from 1 for each reseller
    statement   integer not null,
    -- days as 2026-03-31
    from_day    varchar(32) not null,
    through_day varchar(32) not null,
    zone        varchar(190) not null,
    issued_at   datetime(6) not null,
    issued_by   varchar(190) not null,
    charges     bigint not null,
    -- such as EUR 1250,JPY -3, in the smallest units
    totals      longtext not null,
    primary key (reseller, statement)
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

-- Days on which customers were counted.
create table ${prefix}count_day (
    counted_day varchar(32) not null primary key,
    counted_at  datetime(6) not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

-- How many customers a reseller had on a day on which the price in force was per customer.
create table ${prefix}customer_count (
    reseller    varchar(190) not null,
    counted_day varchar(32) not null,
    counted_at  datetime(6) not null,
    customers   bigint not null,
    price       bigint not null,
    charged     boolean not null default false,
    primary key (reseller, counted_day),
    foreign key (price) references ${prefix}price_change (id)
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
