-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0

-- What happened to the tickets of a year, as somebody would keep it who counts by hand: of every ticket its opening, its first answer and
-- its closing, and of every third a rating.
create table plain_fact (
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
create index plain_fact_at on plain_fact (at);
analyze plain_fact;

-- The same as the library keeps it: of quarters by reseller, from there what is longer, and from there everybody's.
create temporary table rolled as
select 0::smallint as grain, d.dimension::smallint as dimension, coalesce('=' || reseller, '-') as whose, at / 900 as slot, queue, d.name,
    count(*) filter (where kind = 'o') as opened, count(*) filter (where kind = 'c') as closed, count(*) filter (where kind = 'f') as answers,
    coalesce(sum(took) filter (where kind = 'f'), 0)::bigint as first_answer,
    coalesce(sum(working) filter (where kind = 'f'), 0)::bigint as first_answer_working,
    coalesce(sum(took) filter (where kind = 'c'), 0)::bigint as resolution,
    coalesce(sum(working) filter (where kind = 'c'), 0)::bigint as resolution_working,
    count(*) filter (where kind = 'r') as ratings, sum(stars)::bigint as stars
from plain_fact, lateral (values (0, ''), (1, technician), (2, channel), (3, category)) d(dimension, name)
where d.name is not null
group by 2, 3, 4, 5, 6;

insert into rolled
select g.grain, dimension, whose, slot / g.quarters, queue, name, sum(opened), sum(closed), sum(answers), sum(first_answer),
    sum(first_answer_working), sum(resolution), sum(resolution_working), sum(ratings), sum(stars)
from rolled, (values (1, 4), (2, 96)) g(grain, quarters) where g.grain = 2 or dimension = 0 group by 1, 2, 3, 4, 5, 6;

create temporary table month_of as
select day, extract(year from d)::bigint * 12 + extract(month from d)::bigint - 1 as month
from generate_series(19000, 22000) day, lateral (select date '1970-01-01' + day as d) date;

insert into rolled
select 3, dimension, whose, month, queue, name, sum(opened), sum(closed), sum(answers), sum(first_answer), sum(first_answer_working),
    sum(resolution), sum(resolution_working), sum(ratings), sum(stars)
from rolled join month_of on day = slot where grain = 2 group by 2, 3, 4, 5, 6;

insert into rolled
select grain, dimension, '*', slot, queue, name, sum(opened), sum(closed), sum(answers), sum(first_answer), sum(first_answer_working),
    sum(resolution), sum(resolution_working), sum(ratings), sum(stars)
from rolled where grain >= 2 or dimension = 0 group by 1, 2, 4, 5, 6;

-- How durations are spread, in classes each 5 % longer than the one before: of real time, and of working time.
create temporary table spread as
select 0::smallint as grain, coalesce('=' || reseller, '-') as whose, at / 900 as slot, queue,
    m.first + case when m.seconds < 1 then 0 else 1 + floor(ln(m.seconds::double precision) / ln(1.05::double precision) + 1e-9)::int end
        as class,
    count(*) as times
from plain_fact, lateral (values (case kind when 'f' then 0 else 2000 end, took), (case kind when 'f' then 1000 else 3000 end, working))
    m(first, seconds)
where kind in ('f', 'c') group by 2, 3, 4, 5;

insert into spread select 2, whose, slot / 96, queue, class, sum(times) from spread group by 2, 3, 4, 5;

insert into spread
select 3, whose, month, queue, class, sum(times) from spread join month_of on day = slot where grain = 2 group by 2, 3, 4, 5;

insert into spread select grain, '*', slot, queue, class, sum(times) from spread where grain > 0 group by 1, 3, 4, 5;

insert into tt_statistic (grain, dimension, whose, slot, queue, name, spread, opened, closed, reopened, answers, first_answers, first_answer,
    first_answer_working, resolution, resolution_working, ratings, stars)
select r.grain, r.dimension, r.whose, r.slot, r.queue, r.name, coalesce(s.text, ''), opened, closed, 0, answers, answers, first_answer,
    first_answer_working, resolution, resolution_working, ratings, stars
from rolled r left join (
        select grain, whose, slot, queue, string_agg(class || '=' || times, ' ' order by class) as text from spread group by 1, 2, 3, 4) s
    on r.dimension = 0 and s.grain = r.grain and s.whose = r.whose and s.slot = r.slot and s.queue = r.queue
order by r.slot * case r.grain when 0 then 1 when 1 then 4 when 2 then 96 else 0 end, r.grain;

-- Each ticket of a reseller's customer was charged when it was opened.
insert into tt_reseller_charge (charge_key, reseller, happened_at, kind, quantity, amount, currency)
select 'ticket:' || row_number() over (), reseller, to_timestamp(at), 'TICKET', 1, 500, 'EUR' from plain_fact
where kind = 'o' and reseller is not null;
drop table plain_ticket, rolled, month_of, spread;
analyze tt_statistic;
analyze tt_reseller_charge;
