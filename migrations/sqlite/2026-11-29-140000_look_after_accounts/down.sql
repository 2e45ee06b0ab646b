drop table recovery_codes;
drop table second_factors;
drop table account_links;
drop table invitations;
drop table consultation_roles;
alter table sessions drop column is_waiting_for_code;
alter table sessions drop column last_seen_at;
alter table sessions drop column device;
alter table authorities drop column is_second_factor_required;
