-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0

-- Files: what is known of their bytes, which may be anywhere. Messages and actions at a time refer to them.
create table ${prefix}file (
    -- the digest, a hyphen, and sixteen hex digits
    file_key varchar(81) not null primary key,
    sha256   varchar(64) not null,
    bytes    bigint not null,
    wanted   datetime(6) not null,
    -- 0 coming, 1 there, 2 going
    stage    smallint not null,
    -- 0 waiting, 1 clean, 2 infected
    scan     smallint not null,
    found    longtext,
    -- whether anything refers to it
    referred boolean not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}file_content on ${prefix}file (sha256, bytes, stage, scan);
create index ${prefix}file_stage on ${prefix}file (stage, scan, wanted);
create index ${prefix}file_unused on ${prefix}file (referred, wanted);

-- Bytes of files that are in this database, in parts numbered from 0, of each attempt to put them here. An empty file has one empty part.
create table ${prefix}file_part (
    file_key varchar(81) not null,
    part     integer not null,
    attempt  bigint not null,
    -- how many parts there are; on the first part, as soon as all are there
    parts    integer,
    content  longblob not null,
    primary key (file_key, part, attempt)
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

alter table ${prefix}attachment add column file_key varchar(81);
update ${prefix}attachment t
    join (select a.ticket, a.note, a.message, a.attachment,
               concat(a.sha256, '-', lpad(cast(row_number() over (order by a.ticket, a.note, a.message, a.attachment) as char), 16, '0')) as file_key
        from ${prefix}attachment a) k
    on k.ticket = t.ticket and k.note = t.note and k.message = t.message and k.attachment = t.attachment
    set t.file_key = k.file_key;
insert into ${prefix}file (file_key, sha256, bytes, wanted, stage, scan, referred)
    select file_key, sha256, bytes, timestamp '1970-01-01 00:00:00', 1, 0, true from ${prefix}attachment;
insert into ${prefix}file_part (file_key, part, attempt, parts, content)
    select a.file_key, p.part, 0,
           case when p.part = 0 then
               (select count(*) from ${prefix}attachment_part c where c.ticket = p.ticket and c.note = p.note and c.message = p.message and c.attachment = p.attachment) end,
           p.content
    from ${prefix}attachment_part p join ${prefix}attachment a
    on a.ticket = p.ticket and a.note = p.note and a.message = p.message and a.attachment = p.attachment;
drop table ${prefix}attachment_part;
alter table ${prefix}attachment modify file_key varchar(81) not null;
alter table ${prefix}attachment drop column sha256;
create index ${prefix}attachment_file on ${prefix}attachment (file_key);
alter table ${prefix}attachment add foreign key (file_key) references ${prefix}file (file_key);

-- The files of answers at a time. Nobody has kept what their bytes digest to: a digest of zeros is of nothing.
alter table ${prefix}scheduled_file rename to ${prefix}scheduled_part;
create table ${prefix}scheduled_file (
    scheduled bigint not null,
    file      integer not null,
    file_key  varchar(81) not null,
    primary key (scheduled, file),
    foreign key (scheduled) references ${prefix}scheduled (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
insert into ${prefix}scheduled_file (scheduled, file, file_key)
    select p.scheduled, p.file, concat('0000000000000000000000000000000000000000000000000000000000000000', '-', lpad(cast(row_number() over (order by p.scheduled, p.file) as char), 16, '0'))
    from ${prefix}scheduled_part p where p.part = 0;
insert into ${prefix}file (file_key, sha256, bytes, wanted, stage, scan, referred)
    select f.file_key, '0000000000000000000000000000000000000000000000000000000000000000', (select sum(octet_length(p.content)) from ${prefix}scheduled_part p
               where p.scheduled = f.scheduled and p.file = f.file),
           timestamp '1970-01-01 00:00:00', 1, 0, true
    from ${prefix}scheduled_file f;
insert into ${prefix}file_part (file_key, part, attempt, parts, content)
    select f.file_key, p.part, 0,
           case when p.part = 0 then
               (select count(*) from ${prefix}scheduled_part c where c.scheduled = p.scheduled and c.file = p.file) end,
           p.content
    from ${prefix}scheduled_part p join ${prefix}scheduled_file f on f.scheduled = p.scheduled and f.file = p.file;
drop table ${prefix}scheduled_part;
create index ${prefix}scheduled_file_file on ${prefix}scheduled_file (file_key);
alter table ${prefix}scheduled_file add foreign key (file_key) references ${prefix}file (file_key);
