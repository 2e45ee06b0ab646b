-- The log only grows. A trigger does not stop whoever owns the table, but it stops every mistake and every injected
-- statement, and whoever removes it first has to mean it.
create function refuse_change_of_audit_log() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log only grows: % on % is refused', lower(tg_op), tg_table_name;
end
$$;

create trigger audit_events_refuse before update or delete or truncate on audit_events
for each statement execute function refuse_change_of_audit_log();

-- The end of the chain moves on, never back.
create trigger audit_heads_refuse before delete or truncate on audit_heads
for each statement execute function refuse_change_of_audit_log();
create trigger audit_heads_refuse_return before update on audit_heads
for each row when (new.id <> old.id or new.sequence <= old.sequence)
execute function refuse_change_of_audit_log();
