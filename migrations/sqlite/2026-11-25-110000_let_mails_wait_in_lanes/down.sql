drop table confirmed_mailboxes;
create table outbox_without_lanes (
    row_key integer primary key autoincrement,
    message text not null,
    content_id blob references mail_contents (id) on delete restrict,
    authority_id blob not null references authorities (id) on delete restrict,
    recipient text not null,
    language text not null check (language in ('sl', 'en')),
    link_id blob not null,
    params text not null,
    state text not null check (state in ('queued', 'sending', 'sent', 'deferred', 'failed', 'parked')),
    attempts integer not null,
    next_attempt_at bigint not null,
    lease_until bigint,
    lease_owner blob,
    last_reply text not null,
    created_at bigint not null,
    finished_at bigint
);
insert into outbox_without_lanes
select
    row_key, message, content_id, authority_id, recipient, language, link_id, params,
    case state when 'suppressed' then 'failed' else state end, attempts, next_attempt_at,
    lease_until, lease_owner, last_reply, created_at, finished_at
from outbox;
drop table outbox;
alter table outbox_without_lanes rename to outbox;
create index outbox_due on outbox (next_attempt_at, row_key) where state in ('queued', 'sending', 'deferred');
create index outbox_content_id on outbox (content_id, state) where content_id is not null;
create index outbox_authority_id on outbox (authority_id);
