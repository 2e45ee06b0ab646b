-- The list of states grows, so it is no check any more. New are:
-- lane: mails for one person never wait behind a mass mailing;
-- mailbox: whose limit the mail counts towards, as anybody can have it sent; null when none does;
-- let_go_at: when that limit let it leave; sent_with: the mail that carries this one along.
alter table outbox
    drop constraint outbox_state_check,
    add column lane text not null default 'single',
    add column mailbox text,
    add column let_go_at timestamptz,
    add column sent_with bigint;
update outbox set lane = 'mass' where content_id is not null or message = 'responses_released';
alter table outbox alter column lane drop default;
drop index outbox_due;
create index outbox_due on outbox (lane, next_attempt_at, row_key) where state in ('queued', 'sending', 'deferred');
create index outbox_link_id on outbox (link_id);
create index outbox_let_go on outbox (mailbox, let_go_at) where let_go_at is not null;

-- Whose owner has said lately that it is them. Rows go when they are too old to count.
create table confirmed_mailboxes (
    mailbox text primary key,
    confirmed_at timestamptz not null
);
create index confirmed_mailboxes_confirmed_at on confirmed_mailboxes (confirmed_at);
