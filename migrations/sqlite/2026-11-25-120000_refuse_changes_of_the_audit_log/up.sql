-- The log only grows. A trigger does not stop whoever owns the file, but it stops every mistake and every injected
-- statement, and whoever removes it first has to mean it.
create trigger audit_events_refuse_update before update on audit_events begin
    select raise(abort, 'the audit log only grows: an entry is never changed');
end;
create trigger audit_events_refuse_delete before delete on audit_events begin
    select raise(abort, 'the audit log only grows: an entry is never deleted');
end;
-- `insert or replace` deletes without a trigger for it.
create trigger audit_events_refuse_replace before insert on audit_events
when exists (select 1 from audit_events where sequence = new.sequence) begin
    select raise(abort, 'the audit log only grows: an entry is never replaced');
end;

-- The end of the chain moves on, never back.
create trigger audit_heads_refuse_return before update on audit_heads
when new.id <> old.id or new.sequence <= old.sequence begin
    select raise(abort, 'the audit log only grows: its end is never moved back');
end;
create trigger audit_heads_refuse_delete before delete on audit_heads begin
    select raise(abort, 'the audit log only grows: its end is never deleted');
end;
create trigger audit_heads_refuse_replace before insert on audit_heads
when exists (select 1 from audit_heads) begin
    select raise(abort, 'the audit log only grows: its end is never replaced');
end;
