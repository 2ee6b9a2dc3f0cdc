-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0

-- Whoever gives lines of histories their places holds it.
insert into ${prefix}mutex (name) values ('feed');

-- How far the host's programs have read the feed.
create table ${prefix}feed_consumer (
    name  varchar not null primary key,
    place bigint not null
);

-- What was counted, rolled up: by quarters of an hour, hours, days and months (grain 0 to 3), of all tickets, or by technician, channel or
-- category (dimension 0 to 3; of hours, of all tickets alone). Queues that are gone keep theirs.
create table ${prefix}statistic (
    grain                smallint not null,
    dimension            smallint not null,
    -- of whose customers' tickets: * of everybody's, - of no reseller's, = and a reseller's id
    whose                varchar not null,
    -- the quarter, hour or day since 1970, the month since the year 0, of UTC
    slot                 bigint not null,
    queue                bigint not null,
    name                 varchar not null,
    -- how many durations are how long, of all tickets alone
    spread               character large object not null,
    opened               bigint not null,
    closed               bigint not null,
    reopened             bigint not null,
    answers              bigint not null,
    first_answers        bigint not null,
    first_answer         bigint not null,
    first_answer_working bigint not null,
    resolution           bigint not null,
    resolution_working   bigint not null,
    ratings              bigint not null,
    stars                bigint not null,
    primary key (grain, dimension, whose, slot, queue, name)
);
