-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0

-- The facts as the library keeps them, made by statements of whole tables, which takes minutes where its background work would take hours.
-- The run ends unless on fewer tickets the library's own code makes the same rows. First quarters by reseller, from there what is longer,
-- and from there everybody's.
create unlogged table rolled as
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
select 2::smallint, dimension, whose, slot / 96, queue, name, sum(opened), sum(closed), sum(answers), sum(first_answer),
    sum(first_answer_working), sum(resolution), sum(resolution_working), sum(ratings), sum(stars)
from rolled where grain = 0 group by 2, 3, 4, 5, 6;

insert into rolled
select 1::smallint, dimension, whose, slot / 4, queue, name, sum(opened), sum(closed), sum(answers), sum(first_answer),
    sum(first_answer_working), sum(resolution), sum(resolution_working), sum(ratings), sum(stars)
from rolled where grain = 0 and dimension = 0 group by 2, 3, 4, 5, 6;

insert into rolled
select 4::smallint, dimension, whose, slot / 6, queue, name, sum(opened), sum(closed), sum(answers), sum(first_answer),
    sum(first_answer_working), sum(resolution), sum(resolution_working), sum(ratings), sum(stars)
from rolled where grain = 1 group by 2, 3, 4, 5, 6;

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

insert into rolled
select grain, 4::smallint, whose, slot, 0, '', sum(opened), sum(closed), sum(answers), sum(first_answer), sum(first_answer_working),
    sum(resolution), sum(resolution_working), sum(ratings), sum(stars)
from rolled where grain <> 3 and dimension = 0 group by 1, 3, 4;

-- How durations are spread, in classes each 5 % longer than the one before: of real time, and of working time.
create unlogged table spread as
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

insert into spread select grain, '*', slot, queue, class, sum(times) from spread where grain >= 2 group by 1, 3, 4, 5;

create unlogged table spread_text as
select grain, whose, slot, queue, string_agg(class || '=' || times, ' ' order by class) as text from spread group by 1, 2, 3, 4;

-- In the order of time, in which background work would have written it.
insert into tt_statistic (grain, dimension, whose, slot, queue, name, spread, opened, closed, reopened, answers, first_answers, first_answer,
    first_answer_working, resolution, resolution_working, ratings, stars)
select r.grain, r.dimension, r.whose, r.slot, r.queue, r.name, coalesce(s.text, ''), opened, closed, 0, answers, answers, first_answer,
    first_answer_working, resolution, resolution_working, ratings, stars
from rolled r left join spread_text s
    on r.dimension = 0 and s.grain = r.grain and s.whose = r.whose and s.slot = r.slot and s.queue = r.queue
order by r.slot * case r.grain when 0 then 1 when 1 then 4 when 4 then 24 when 2 then 96 else 0 end, r.grain;

drop table rolled, month_of, spread, spread_text;

insert into tt_reseller_charge (charge_key, reseller, happened_at, kind, quantity, amount, currency)
select charge_key, reseller, to_timestamp(at), 'TICKET', 1, amount, currency from plain_charge order by at;

insert into tt_charge_total (grain, slot, reseller, currency, kind, amount)
select 2, at / 86400, reseller, currency, 'TICKET', sum(amount) from plain_charge group by 2, 3, 4
union all
select 3, extract(year from to_timestamp(at) at time zone 'UTC') * 12 + extract(month from to_timestamp(at) at time zone 'UTC') - 1,
    reseller, currency, 'TICKET', sum(amount)
from plain_charge group by 2, 3, 4;
