-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0

-- What charges of resellers come to, by days and months of UTC (grain 2 and 3, as of figures). Written with each charge.
create table ${prefix}charge_total (
    grain    smallint not null,
    -- the day since 1970, the month since the year 0
    slot     bigint not null,
    reseller varchar(190) not null,
    currency varchar(32) not null,
    kind     varchar(32) not null,
    -- in the currency's smallest unit; longer than any charge may be, so that a sum never keeps a charge from being written
    amount   numeric(30) not null,
    primary key (grain, slot, reseller, currency, kind)
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

insert into ${prefix}charge_total (grain, slot, reseller, currency, kind, amount)
select 2, slot, reseller, currency, kind, sum(amount)
from (select to_days(happened_at) - to_days('1970-01-01') as slot, reseller, currency, kind, amount
    from ${prefix}reseller_charge) c
group by slot, reseller, currency, kind;

insert into ${prefix}charge_total (grain, slot, reseller, currency, kind, amount)
select 3, slot, reseller, currency, kind, sum(amount)
from (select year(happened_at) * 12 + month(happened_at) - 1 as slot, reseller, currency, kind, amount
    from ${prefix}reseller_charge) c
group by slot, reseller, currency, kind;

-- What was counted also by six hours (grain 4), of all tickets alone, as hours are: series of other zones read a third of the rows then.
insert into ${prefix}statistic (grain, dimension, whose, slot, queue, name, spread, opened, closed, reopened, answers, first_answers,
    first_answer, first_answer_working, resolution, resolution_working, ratings, stars)
select 4, 0, whose, six, queue, '', '', sum(opened), sum(closed), sum(reopened), sum(answers), sum(first_answers), sum(first_answer),
    sum(first_answer_working), sum(resolution), sum(resolution_working), sum(ratings), sum(stars)
from (select s.*, slot div 6 as six from ${prefix}statistic s where grain = 1) h
group by whose, six, queue;

-- And of all queues together (dimension 4, queue 0), but of months: series of all queues read a sixth of the rows where there are six queues.
insert into ${prefix}statistic (grain, dimension, whose, slot, queue, name, spread, opened, closed, reopened, answers, first_answers,
    first_answer, first_answer_working, resolution, resolution_working, ratings, stars)
select grain, 4, whose, slot, 0, '', '', sum(opened), sum(closed), sum(reopened), sum(answers), sum(first_answers), sum(first_answer),
    sum(first_answer_working), sum(resolution), sum(resolution_working), sum(ratings), sum(stars)
from (select s.* from ${prefix}statistic s where dimension = 0 and grain <> 3) q
group by grain, whose, slot;

-- Why an erasure does not get on, and since when; not there while it does.
alter table ${prefix}erasure add column stuck longtext;
alter table ${prefix}erasure add column stuck_since datetime(6);
