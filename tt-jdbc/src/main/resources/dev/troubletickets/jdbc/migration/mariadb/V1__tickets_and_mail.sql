-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0
--
-- ${prefix} is the table prefix of the installation; the schema is the database in use. Whoever runs this by hand replaces the one and
-- sets the other. Texts compare by code points, and spaces at their ends count. Times are UTC. Engine, row format and character set are
-- said at each table, so that no default of the server's is in force.

-- One row per thing that only one unit of work may do at a time.
create table ${prefix}mutex (
    name varchar(64) not null primary key
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
insert into ${prefix}mutex (name) values ('queues');

create table ${prefix}document (
    name    varchar(768) not null primary key,
    version bigint not null,
    content longtext not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

create table ${prefix}audit (
    id         bigint not null auto_increment primary key,
    added_at   datetime(6) not null,
    actor_kind longtext not null,
    actor      longtext not null,
    what       longtext not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

create table ${prefix}queue (
    id                bigint not null auto_increment primary key,
    name              longtext not null,
    address           longtext,
    new_response      longtext,
    resolved_response longtext,
    close_warning     longtext,
    working_time      longtext,
    auto_close        longtext,
    -- each of its tickets uses a support incident (E6)
    uses_incidents    boolean not null,
    assignment        varchar(32) not null,
    is_default        boolean not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

-- Who had the last turn in a queue that assigns tickets by itself. Apart from the queue, to be locked without it.
create table ${prefix}queue_turn (
    queue bigint not null primary key,
    staff varchar(190),
    foreign key (queue) references ${prefix}queue (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

create table ${prefix}staff (
    staff       varchar(190) not null primary key,
    full_name   longtext not null,
    description longtext not null,
    email       longtext not null,
    signature   longtext not null,
    -- what they want to be told by mail, by name
    notices     varchar(200) not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

create table ${prefix}staff_queue (
    staff varchar(190) not null,
    queue bigint not null,
    primary key (staff, queue),
    foreign key (queue) references ${prefix}queue (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}staff_queue_queue on ${prefix}staff_queue (queue);

create table ${prefix}staff_right (
    staff      varchar(190) not null,
    permission varchar(64) not null,
    given      boolean not null,
    primary key (staff, permission)
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

create table ${prefix}predefined_reply (
    id         bigint not null auto_increment primary key,
    -- for tickets of every queue, if absent
    queue      bigint,
    title      longtext not null,
    title_key  varchar(500) not null,
    content    longtext not null,
    -- title and text in lower case, to search; there are too few for an index
    search_key longtext not null,
    foreign key (queue) references ${prefix}queue (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}predefined_reply_title on ${prefix}predefined_reply (title_key);
create index ${prefix}predefined_reply_queue on ${prefix}predefined_reply (queue);

create sequence ${prefix}ticket_number nocache engine InnoDB;

create table ${prefix}ticket (
    id               bigint not null primary key,
    version          bigint not null,
    -- status, by its place in the life cycle: new, open, answered, on hold, resolved, closed
    status           smallint not null check (status between 0 and 5),
    -- not yet resolved or closed, and not merged
    active           boolean not null,
    queue            bigint not null,
    priority         smallint not null,
    assignee         varchar(190),
    sticky           boolean not null,
    -- messages of other tickets' numbering that have been shown here: all, and to the customer
    joined_messages  integer not null,
    joined_shown     integer not null,
    -- when other customers, whose tickets were merged in, began to wait; whether only they do
    others_since     datetime(6),
    others_only      boolean not null,
    locked           boolean not null,
    waiting_since    datetime(6),
    answered_at      datetime(6),
    -- when it was resolved or closed, unless it was reopened since
    settled_at       datetime(6),
    archived         boolean not null,
    public_messages  integer not null,
    notes            integer not null,
    last_answer      integer not null,
    customer_read    integer not null,
    auto_close_at    datetime(6),
    close_warning_at datetime(6),
    snoozed_until    datetime(6),
    -- with whom it is open besides queue and assignee, a line each
    parts            longtext,
    created_at       datetime(6) not null,
    modified_at      datetime(6) not null,
    last_message_at  datetime(6) not null,
    -- the ticket it is part of; whether its own customer still sees it as a ticket
    merged_into      bigint,
    apart            boolean not null,
    staff_wrote_last boolean not null,
    subject          longtext not null,
    -- in lower case, to sort and to search by
    subject_key      varchar(500) not null,
    -- what the subjects of one mail thread have in common; as bytes, or one index could not hold it and the next
    thread_key       varbinary(750) not null,
    requester        longtext not null,
    requester_key    varbinary(762) not null,
    requester_name   longtext not null,
    account          varchar(190),
    reseller         varchar(190),
    service          longtext,
    category         longtext,
    category_key     longtext not null,
    summary          longtext,
    -- addresses with spaces between
    cc               longtext not null,
    -- with spaces between, in ticket_tag one by one
    tags             longtext not null,
    channel          longtext not null,
    -- how many rows the table scheduled has for it
    scheduled        integer not null,
    -- how many rows of the table task are open for it
    tasks            integer not null,
    -- the number of the queue's terms that the answer's clock was derived from; absent while nobody waits
    terms            bigint,
    -- the name of the target that applies
    target           longtext,
    -- seconds of working time
    allowed          bigint,
    -- microseconds of working time before running_since
    used             bigint not null,
    running_since    datetime(6),
    -- when an answer is due; the end of 9999 where there is no such time, to sort last
    due              datetime(6) not null,
    -- the levels of escalation that came in this wait, a line each
    escalated        longtext not null,
    escalates_at     datetime(6),
    -- whose turn it is at the keyboard; not under the version
    lock_holder      varchar(190),
    lock_until       datetime(6),
    -- what rules have made of it: all points, those among them that it keeps, the version of the rules
    weight           integer not null,
    bonus            integer not null,
    weighed_by       bigint not null,
    -- in seconds; far ahead while nobody waits
    in_line_since    bigint not null,
    -- a point weighs as much as a minute of waiting, so this stays as it is while time goes by
    line_rank        bigint as (60 * weight - in_line_since) stored,
    foreign key (queue) references ${prefix}queue (id),
    foreign key (merged_into) references ${prefix}ticket (id)
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
-- The dashboard. Indexes hold rows with nothing in their columns too, so none can leave out what is not active; what is comes first.
create index ${prefix}ticket_mine on ${prefix}ticket (active, assignee, priority desc, id desc);
create index ${prefix}ticket_unassigned on ${prefix}ticket (active, assignee, created_at desc, id desc);
create index ${prefix}ticket_line on ${prefix}ticket (active, assignee, line_rank desc, id desc);
create index ${prefix}ticket_due on ${prefix}ticket (active, assignee, due, id);
create index ${prefix}ticket_status on ${prefix}ticket (status, modified_at desc, id desc);
create index ${prefix}ticket_count on ${prefix}ticket (active, queue, status, assignee, snoozed_until);
create index ${prefix}ticket_weighed on ${prefix}ticket (active, weighed_by, id);
-- A customer's and a reseller's own lists, by the last message; what one address wrote.
create index ${prefix}ticket_account on ${prefix}ticket (account, last_message_at desc, id desc);
create index ${prefix}ticket_reseller on ${prefix}ticket (reseller, last_message_at desc, id desc);
create index ${prefix}ticket_requester on ${prefix}ticket (requester_key, id desc);
create index ${prefix}ticket_thread on ${prefix}ticket (thread_key, requester_key, id);
create index ${prefix}ticket_queue on ${prefix}ticket (queue, id);
-- Waiting tickets whose queue answers on other terms than they were told.
create index ${prefix}ticket_terms on ${prefix}ticket (queue, terms, id);
create index ${prefix}ticket_escalates on ${prefix}ticket (escalates_at, id);
-- Searches by time.
create index ${prefix}ticket_created on ${prefix}ticket (created_at desc, id desc);
create index ${prefix}ticket_modified on ${prefix}ticket (modified_at desc, id desc);
create index ${prefix}ticket_auto_close on ${prefix}ticket (auto_close_at, id);
create index ${prefix}ticket_close_warning on ${prefix}ticket (close_warning_at, id);
create index ${prefix}ticket_snoozed on ${prefix}ticket (snoozed_until, id);
create index ${prefix}ticket_parts on ${prefix}ticket (parts(20), id);
create index ${prefix}ticket_merged on ${prefix}ticket (merged_into);

-- What searches for parts of texts look through. Apart from the ticket, which changes with every act, as these seldom do. InnoDB has no
-- index for parts of words, so a search reads this table, which is narrow.
create table ${prefix}ticket_text (
    ticket        bigint not null primary key,
    subject_key   varchar(500) not null,
    requester_key varchar(762) not null,
    -- of the title
    words         longtext not null,
    -- the ticket that the texts of this one are found in: by staff, and by its own customer; itself until it is merged
    root          bigint not null,
    own_root      bigint not null,
    foreign key (ticket) references ${prefix}ticket (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

-- Searches with a name.
create table ${prefix}saved_search (
    id       bigint not null auto_increment primary key,
    owner    varchar(190) not null,
    name     longtext not null,
    -- in lower case
    name_key varchar(300) not null,
    shared   boolean not null,
    -- what is looked for, and the order, as JSON
    content  longtext not null,
    unique (owner, name_key)
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}saved_search_shared on ${prefix}saved_search (shared);

-- The tags of tickets, one by one.
create table ${prefix}ticket_tag (
    tag    varchar(120) not null,
    ticket bigint not null,
    primary key (tag, ticket),
    foreign key (ticket) references ${prefix}ticket (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}ticket_tag_ticket on ${prefix}ticket_tag (ticket);

-- What can be undone, by the ticket and the version it made.
create table ${prefix}operation (
    ticket     bigint not null,
    version    bigint not null,
    kind       longtext not null,
    done_at    datetime(6) not null,
    actor_kind longtext not null,
    actor      longtext not null,
    content    longtext not null,
    undone     boolean not null,
    primary key (ticket, version),
    foreign key (ticket) references ${prefix}ticket (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

-- Which ticket led to which.
create table ${prefix}link (
    from_ticket bigint not null,
    to_ticket   bigint not null,
    kind        varchar(32) not null,
    linked_at   datetime(6) not null,
    primary key (from_ticket, to_ticket, kind),
    foreign key (from_ticket) references ${prefix}ticket (id) on delete cascade,
    foreign key (to_ticket) references ${prefix}ticket (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}link_to on ${prefix}link (to_ticket);

-- What stands in the installation's own fields.
create table ${prefix}ticket_field (
    ticket    bigint not null,
    field     varchar(40) not null,
    -- text, number, date, choice, yes or no
    kind      varchar(16) not null,
    content   varchar(200) not null,
    -- in lower case, which can be longer, to search by
    value_key varchar(600) not null,
    -- numbers in ten thousandths, dates in days since 1970
    amount    bigint,
    primary key (ticket, field),
    foreign key (ticket) references ${prefix}ticket (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}ticket_field_value on ${prefix}ticket_field (field, kind, value_key, ticket);
create index ${prefix}ticket_field_amount on ${prefix}ticket_field (field, kind, amount, ticket);

-- Actions to be taken at a time.
create table ${prefix}scheduled (
    id             bigint auto_increment primary key,
    ticket         bigint not null,
    author         varchar(190) not null,
    act_at         datetime(6) not null,
    kind           varchar(32) not null,
    technician     varchar(190),
    content        longtext,
    -- what an answer is besides its text and its files' bytes
    answer         longtext,
    dropped_by     varchar(32) not null,
    tries          integer not null default 0,
    -- when it is to be tried; absent once it was refused
    due            datetime(6),
    refused        longtext,
    foreign key (ticket) references ${prefix}ticket (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}scheduled_due on ${prefix}scheduled (due, id);
create index ${prefix}scheduled_ticket on ${prefix}scheduled (ticket, act_at, id);

-- The bytes of the files of answers that have not left yet, in parts numbered from 0. An empty file has one empty part.
create table ${prefix}scheduled_file (
    scheduled bigint not null,
    file      integer not null,
    part      integer not null,
    content   longblob not null,
    primary key (scheduled, file, part),
    foreign key (scheduled) references ${prefix}scheduled (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

create table ${prefix}message (
    -- whose numbering it belongs to, which may be deleted while it is shown in another
    ticket      bigint not null,
    note        boolean not null,
    message     integer not null,
    -- the ticket it is read in; absent where that is its own
    shown_in    bigint,
    version     bigint not null,
    kind        longtext not null,
    written_at  datetime(6) not null,
    author_kind longtext not null,
    author      longtext not null,
    author_name longtext not null,
    sender      longtext,
    channel     longtext not null,
    content     longtext not null,
    -- the stored mail it came by
    mail        bigint,
    -- of the mail that brought it, or that carries it out
    message_id  longtext,
    -- when its text was corrected last; what it said before is in the history
    edited_at   datetime(6),
    -- by which searches find it
    words       longtext not null,
    -- the ticket it is found in: those of the ticket that it is shown in
    root        bigint not null,
    own_root    bigint not null,
    primary key (ticket, note, message),
    foreign key (shown_in) references ${prefix}ticket (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}message_shown on ${prefix}message (shown_in);
-- Words stand in them as letters and digits of ASCII, sixteen at the least: the server takes each for a word, and for no stop word.
create fulltext index ${prefix}ticket_text_words on ${prefix}ticket_text (words);
create fulltext index ${prefix}message_words on ${prefix}message (words);
create index ${prefix}ticket_text_root on ${prefix}ticket_text (root);
create index ${prefix}message_root on ${prefix}message (root);
create table ${prefix}attachment (
    ticket     bigint not null,
    note       boolean not null,
    message    integer not null,
    attachment integer not null,
    name       longtext not null,
    media_type longtext not null,
    bytes      bigint not null,
    sha256     longtext not null,
    primary key (ticket, note, message, attachment),
    foreign key (ticket, note, message) references ${prefix}message (ticket, note, message) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

-- The bytes of attachments, in parts numbered from 0. An empty attachment has one empty part.
create table ${prefix}attachment_part (
    ticket     bigint not null,
    note       boolean not null,
    message    integer not null,
    attachment integer not null,
    part       integer not null,
    content    longblob not null,
    primary key (ticket, note, message, attachment, part)
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

-- Stays when its ticket is deleted, without actor and content.
create table ${prefix}history (
    ticket     bigint not null,
    version    bigint not null,
    entry      integer not null,
    entered_at datetime(6) not null,
    actor_kind longtext not null,
    actor      longtext not null,
    event      longtext not null,
    content    longtext not null,
    -- what statistics count of it; stays when the ticket is deleted
    facts      longtext,
    -- its place among the lines of all tickets, given after its commit
    feed_place bigint,
    primary key (ticket, version, entry)
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
-- Those without a place in the order in which they get one.
create index ${prefix}history_place on ${prefix}history (feed_place, entered_at, ticket, version, entry);

-- How many messages of a ticket, notes included, a technician has read.
create table ${prefix}read_mark (
    ticket   bigint not null,
    staff    varchar(190) not null,
    messages integer not null,
    primary key (ticket, staff),
    foreign key (ticket) references ${prefix}ticket (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

-- Who was last seen at a ticket, and when.
create table ${prefix}presence (
    ticket  bigint not null,
    staff   varchar(190) not null,
    seen_at datetime(6) not null,
    typing  boolean not null,
    primary key (ticket, staff),
    foreign key (ticket) references ${prefix}ticket (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}presence_seen on ${prefix}presence (seen_at);

-- Answers not yet sent.
create table ${prefix}draft (
    ticket   bigint not null,
    staff    varchar(190) not null,
    saved_at datetime(6) not null,
    content  longtext not null,
    primary key (ticket, staff),
    foreign key (ticket) references ${prefix}ticket (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

-- Tickets that technicians keep an eye on: favourites and watched ones.
create table ${prefix}follow (
    kind   varchar(32) not null,
    staff  varchar(190) not null,
    ticket bigint not null,
    since  datetime(6) not null,
    primary key (staff, kind, ticket),
    foreign key (ticket) references ${prefix}ticket (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}follow_ticket on ${prefix}follow (ticket, kind);

-- Technicians who are invited to tickets, and how far they may go there.
create table ${prefix}collaborator (
    staff  varchar(190) not null,
    ticket bigint not null,
    rights varchar(32) not null,
    since  datetime(6) not null,
    primary key (staff, ticket),
    foreign key (ticket) references ${prefix}ticket (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}collaborator_ticket on ${prefix}collaborator (ticket);

-- Mass actions, each with its tickets and what came out. Tickets that are deleted stay here by their numbers.
create table ${prefix}bulk_job (
    id         bigint not null auto_increment primary key,
    version    bigint not null,
    owner      varchar(190) not null,
    started_at datetime(6) not null,
    action     longtext not null,
    -- what its tickets are found by; absent for a selection
    search     longtext,
    -- the largest ticket to collect, and up to which they are collected
    up_to      bigint not null,
    mark       bigint not null,
    state      varchar(32) not null,
    is_over    boolean not null,
    -- when it may be taken: the end of the lease of one that is taken; when it ended, for one that is over
    due        datetime(6) not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}bulk_job_due on ${prefix}bulk_job (is_over, due, id);
create index ${prefix}bulk_job_owner on ${prefix}bulk_job (owner, id desc);

create table ${prefix}bulk_ticket (
    job     bigint not null,
    ticket  bigint not null,
    result  varchar(32) not null,
    refusal longtext,
    detail  longtext,
    primary key (job, ticket),
    foreign key (job) references ${prefix}bulk_job (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}bulk_ticket_result on ${prefix}bulk_ticket (job, result, ticket);

-- Message-IDs by their SHA-256 in hex: strangers choose how long they are.
create table ${prefix}thread (
    message_id varchar(64) not null primary key,
    ticket     bigint not null,
    foreign key (ticket) references ${prefix}ticket (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}thread_ticket on ${prefix}thread (ticket);

create table ${prefix}mailbox (
    name         varchar(768) not null primary key,
    fence        bigint not null,
    leased_until datetime(6),
    last_success datetime(6),
    failures     integer not null,
    last_error   longtext,
    last_failure datetime(6),
    next_poll    datetime(6),
    taken        bigint not null default 0
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

create table ${prefix}intake (
    id          bigint not null auto_increment primary key,
    mailbox     longtext not null,
    uid         longtext not null,
    sha256      longtext not null,
    received_at datetime(6) not null,
    -- absent until it is processed
    outcome     varchar(32),
    -- absent too if the mail could not be read
    mail_class  varchar(32),
    due         datetime(6),
    tries       integer not null default 0,
    ticket      bigint,
    why         longtext,
    bytes       integer not null,
    raw         longblob not null,
    -- mailbox, uid and digest together, too long for an index
    fetched     varbinary(32) as (unhex(sha2(concat(sha2(mailbox, 256), sha2(uid, 256), sha256), 256))) stored unique
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}intake_outcome on ${prefix}intake (outcome, id);
create index ${prefix}intake_ticket on ${prefix}intake (ticket);

-- Statements, and so values, are no larger than max_allowed_packet: what a mail has beyond its first 4 MiB.
create table ${prefix}intake_rest (
    mail    bigint not null,
    part    integer not null,
    content longblob not null,
    primary key (mail, part),
    foreign key (mail) references ${prefix}intake (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

-- What mails say they are (Message-ID and content), by SHA-256 in hex, and the stored mail that was it first.
create table ${prefix}intake_identity (
    identity varchar(64) not null primary key,
    mail     bigint not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

-- Messages of the last hour, where those are limited: a row takes one of the numbered places of who wrote it, named by SHA-256 in hex.
create table ${prefix}admission (
    writer      varchar(64) not null,
    place       integer not null,
    admitted_at datetime(6) not null,
    primary key (writer, place)
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

create table ${prefix}outbox (
    id             bigint not null auto_increment primary key,
    ticket         bigint,
    message        integer,
    kind           varchar(32) not null,
    sender         longtext,
    -- addresses with spaces between: those that do not have it yet
    recipients     longtext not null,
    -- all recipients in lower case, with spaces around
    recipients_key longtext not null,
    message_id     longtext not null,
    content        longblob not null,
    created_at     datetime(6) not null,
    -- ready, claimed, sending, sent, uncertain, failed
    state          smallint not null default 0 check (state between 0 and 5),
    -- not yet sent, uncertain or failed
    unsettled      boolean as (state < 3) stored,
    -- when it may be taken: the next try of one that is ready, the end of the lease of one that is taken
    due            datetime(6) not null,
    fence          bigint not null default 0,
    tries          integer not null default 0,
    again          boolean not null default false,
    reason         longtext,
    sent_at        datetime(6),
    foreign key (ticket) references ${prefix}ticket (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}outbox_due on ${prefix}outbox (unsettled, due, id);
create index ${prefix}outbox_ticket on ${prefix}outbox (ticket, id);
create index ${prefix}outbox_automatic on ${prefix}outbox (kind, created_at);
create index ${prefix}outbox_message_id on ${prefix}outbox (message_id(190));
create index ${prefix}outbox_state on ${prefix}outbox (state, id);

-- Automatic mails that were not sent, and which limit held them back.
create table ${prefix}withheld (
    id         bigint not null auto_increment primary key,
    reason     varchar(32) not null,
    created_at datetime(6) not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}withheld_at on ${prefix}withheld (created_at);

create table ${prefix}outbox_rest (
    mail    bigint not null,
    part    integer not null,
    content longblob not null,
    primary key (mail, part),
    foreign key (mail) references ${prefix}outbox (id) on delete cascade
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;

-- Addresses that a mail did not reach, until somebody writes from there.
create table ${prefix}bounce (
    -- in lower case
    address_key varchar(762) not null primary key,
    address     longtext not null,
    bounced_at  datetime(6) not null,
    permanent   boolean not null,
    reason      longtext not null
) engine InnoDB row_format dynamic character set utf8mb4 collate utf8mb4_nopad_bin;
create index ${prefix}bounce_latest on ${prefix}bounce (bounced_at desc, address_key);
