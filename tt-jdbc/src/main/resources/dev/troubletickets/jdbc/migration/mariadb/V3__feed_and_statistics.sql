-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0

-- Whoever gives lines of histories their places holds it.
insert into ${prefix}mutex (name) values ('feed');

-- How far the host's programs have read the feed.
create table ${prefix}feed_consumer (
    name  varchar(100) not null primary key,
    place bigint not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
