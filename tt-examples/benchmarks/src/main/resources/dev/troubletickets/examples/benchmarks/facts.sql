-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0

-- What happened to the tickets of a year, as somebody would keep it who counts by hand: of every ticket its opening, its first answer and
-- its closing, and of every third a rating. Each ticket of a reseller's customer was charged when it was opened.
create unlogged table plain_fact (
    kind       "char" not null,
    at         bigint not null,
    queue      bigint not null,
    technician text,
    channel    text not null,
    category   text not null,
    reseller   text,
    took       bigint not null,
    working    bigint not null,
    stars      int not null
);

select setseed(0.41);

create temporary table plain_ticket as
select 1735689600 + floor(random() * 31536000)::bigint as opened, 1 + floor(random() * 6)::int as queue,
    'tech' || floor(random() * 20)::int as technician, (array['PANEL', 'MAIL', 'STAFF'])[1 + floor(random() * 3)::int] as channel,
    'Category ' || floor(random() * 12)::int as category,
    case when random() < 0.5 then null else 'reseller' || floor(random() * 20)::int end as reseller,
    exp(6 + 2.5 * random() + 2.5 * random())::bigint as answered, exp(8 + 3 * random() + 3 * random())::bigint as closed, random() as rated
from generate_series(1, ?);

insert into plain_fact select 'o', opened, queue, null, channel, category, reseller, 0, 0, 0 from plain_ticket;

insert into plain_fact
select 'f', opened + answered, queue, technician, channel, category, reseller, answered, answered / 3, 0 from plain_ticket;

insert into plain_fact
select 'c', opened + closed, queue, technician, channel, category, reseller, closed, closed / 3, 0 from plain_ticket;

insert into plain_fact
select 'r', opened + closed + 3600, queue, technician, channel, category, reseller, 0, 0, 1 + floor(rated * 15)::int from plain_ticket
where rated < 0.33;

drop table plain_ticket;

create index plain_fact_at on plain_fact (at);

vacuum analyze plain_fact;

-- Every tenth in another currency.
create unlogged table plain_charge as
select 'ticket:' || row_number() over () as charge_key, reseller, at, 500 as amount,
    case when at % 10 = 0 then 'JPY' else 'EUR' end as currency
from plain_fact where kind = 'o' and reseller is not null;
