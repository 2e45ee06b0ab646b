drop trigger audit_heads_refuse_return on audit_heads;
drop trigger audit_heads_refuse on audit_heads;
drop trigger audit_events_refuse on audit_events;
drop function refuse_change_of_audit_log();
