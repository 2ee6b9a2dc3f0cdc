-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0

-- What technicians have to do besides tickets.
create table ${prefix}task (
    id         bigint not null auto_increment primary key,
    version    bigint not null,
    ticket     bigint,
    title      longtext not null,
    details    longtext not null,
    creator    varchar(190) not null,
    created_at datetime(6) not null,
    assignee   varchar(190) not null,
    due        datetime(6),
    done_at    datetime(6),
    finished   boolean not null,
    -- when it was done; while it is open, when it is due, or the end of 9999
    sort_at    datetime(6) not null,
    foreign key (ticket) references ${prefix}ticket (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}task_assignee on ${prefix}task (assignee, finished, sort_at, id);
create index ${prefix}task_creator on ${prefix}task (creator, finished, sort_at, id);
create index ${prefix}task_all on ${prefix}task (finished, sort_at, id);
create index ${prefix}task_ticket on ${prefix}task (ticket, id);

-- What was noted and changed; rows are added, and never changed.
create table ${prefix}task_entry (
    id        bigint not null auto_increment primary key,
    task      bigint not null,
    added_at  datetime(6) not null,
    staff     varchar(190) not null,
    kind      varchar(32) not null,
    old_value longtext,
    -- also the text of a note
    new_value longtext,
    foreign key (task) references ${prefix}task (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}task_entry_task on ${prefix}task_entry (task, id);
