-- The outbox without a list of states, which grows: SQLite drops a check only with its table. New are:
-- lane: mails for one person never wait behind a mass mailing;
-- mailbox: whose limit the mail counts towards, as anybody can have it sent; null when none does;
-- let_go_at: when that limit let it leave; sent_with: the mail that carries this one along.
create table outbox_with_lanes (
    row_key integer primary key autoincrement,
    message text not null,
    content_id blob references mail_contents (id) on delete restrict,
    authority_id blob not null references authorities (id) on delete restrict,
    recipient text not null,
    language text not null check (language in ('sl', 'en')),
    link_id blob not null,
    params text not null,
    state text not null,
    attempts integer not null,
    next_attempt_at bigint not null,
    lease_until bigint,
    lease_owner blob,
    last_reply text not null,
    created_at bigint not null,
    finished_at bigint,
    lane text not null,
    mailbox text,
    let_go_at bigint,
    sent_with bigint
);
insert into outbox_with_lanes
select
    row_key, message, content_id, authority_id, recipient, language, link_id, params, state, attempts, next_attempt_at,
    lease_until, lease_owner, last_reply, created_at, finished_at,
    case when content_id is not null or message = 'responses_released' then 'mass' else 'single' end, null, null, null
from outbox;
drop table outbox;
alter table outbox_with_lanes rename to outbox;
create index outbox_due on outbox (lane, next_attempt_at, row_key) where state in ('queued', 'sending', 'deferred');
create index outbox_content_id on outbox (content_id, state) where content_id is not null;
create index outbox_authority_id on outbox (authority_id);
create index outbox_link_id on outbox (link_id);
create index outbox_let_go on outbox (mailbox, let_go_at) where let_go_at is not null;

-- Whose owner has said lately that it is them. Rows go when they are too old to count.
create table confirmed_mailboxes (
    mailbox text primary key not null,
    confirmed_at bigint not null
);
create index confirmed_mailboxes_confirmed_at on confirmed_mailboxes (confirmed_at);
