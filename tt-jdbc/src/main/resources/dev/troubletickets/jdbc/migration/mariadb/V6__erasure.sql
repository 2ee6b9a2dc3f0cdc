-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0

-- Erasures of persons.
create table ${prefix}erasure (
    id         bigint not null auto_increment primary key,
    version    bigint not null,
    staff      varchar(190) not null,
    started_at datetime(6) not null,
    account    varchar(190),
    -- with spaces between; none once it is over
    addresses  longtext not null,
    -- what it goes through, to which number it has come, and to which it goes
    phase      varchar(32) not null,
    mark       bigint not null,
    up_to      bigint not null,
    is_over    boolean not null,
    -- when it may be taken: the end of the lease of one that is taken; when it ended, for one that is over
    due        datetime(6) not null,
    -- what it has touched, such as MESSAGES=3 TICKETS=1
    traces     longtext not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}erasure_due on ${prefix}erasure (is_over, due, id);

-- Which tickets an erasure has touched. Tickets that are deleted stay here by their numbers.
create table ${prefix}erasure_ticket (
    erasure bigint not null,
    ticket  bigint not null,
    primary key (erasure, ticket),
    foreign key (erasure) references ${prefix}erasure (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
