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

-- What technicians write to one another, once.
create table ${prefix}private_message (
    id         bigint not null auto_increment primary key,
    sender     varchar(190) not null,
    -- a line each
    recipients longtext not null,
    subject    longtext not null,
    sent_at    datetime(6) not null,
    content    longtext not null,
    -- the sender has not deleted it
    kept       boolean not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}private_message_sender on ${prefix}private_message (sender, kept, id);

-- The recipients' copies.
create table ${prefix}private_copy (
    staff   varchar(190) not null,
    message bigint not null,
    unread  boolean not null,
    primary key (staff, message),
    foreign key (message) references ${prefix}private_message (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}private_copy_message on ${prefix}private_copy (message);
create index ${prefix}private_copy_unread on ${prefix}private_copy (staff, unread);

-- The knowledge base. Whoever writes it holds the row articles of the table mutex.
insert into ${prefix}mutex (name) values ('articles');

create table ${prefix}article_category (
    id       bigint not null auto_increment primary key,
    name     longtext not null,
    -- in lower case
    name_key varchar(400) not null unique,
    place    integer not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

create table ${prefix}article (
    id         bigint not null auto_increment primary key,
    version    bigint not null,
    category   bigint not null,
    title      longtext not null,
    -- in lower case, to sort by
    title_key  varchar(600) not null,
    -- a tag of BCP 47, or empty
    language   varchar(64) not null,
    audience   varchar(32) not null,
    published  boolean not null,
    -- who sees it, made of these two: 0 editors, 1 staff, 2 customers
    shown      smallint not null,
    changed_at datetime(6) not null,
    content    longtext not null,
    views      bigint not null,
    foreign key (category) references ${prefix}article_category (id)
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}article_category_title on ${prefix}article (category, title_key, id);
create index ${prefix}article_shown on ${prefix}article (shown, category);

-- By which words articles are found, and what each weighs.
create table ${prefix}article_word (
    word    varchar(400) not null,
    article bigint not null,
    weight  integer not null,
    primary key (word, article),
    foreign key (article) references ${prefix}article (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}article_word_article on ${prefix}article_word (article);

create table ${prefix}article_edit (
    article   bigint not null,
    version   bigint not null,
    edited_at datetime(6) not null,
    staff     varchar(190) not null,
    primary key (article, version),
    foreign key (article) references ${prefix}article (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

-- How technicians want their panel, as JSON.
create table ${prefix}staff_preference (
    staff   varchar(190) not null primary key,
    content longtext not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

-- What staff have noted about customers.
create table ${prefix}customer_comment (
    account    varchar(190) not null primary key,
    version    bigint not null,
    content    longtext not null,
    staff      varchar(190) not null,
    changed_at datetime(6) not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
