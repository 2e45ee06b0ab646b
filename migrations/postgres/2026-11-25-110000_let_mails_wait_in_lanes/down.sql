drop table confirmed_mailboxes;
drop index outbox_let_go;
drop index outbox_link_id;
drop index outbox_due;
update outbox set state = 'failed' where state = 'suppressed';
alter table outbox
    drop column sent_with,
    drop column let_go_at,
    drop column mailbox,
    drop column lane,
    add constraint outbox_state_check
    check (state in ('queued', 'sending', 'sent', 'deferred', 'failed', 'parked'));
create index outbox_due on outbox (next_attempt_at, row_key) where state in ('queued', 'sending', 'deferred');
