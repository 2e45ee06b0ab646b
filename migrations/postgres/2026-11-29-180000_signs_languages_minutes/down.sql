drop index events_minutes_file_id;
alter table events drop column times_changed;
alter table events drop column changed_at;
alter table events drop column minutes_file_id;
drop index authorities_logo_file_id;
alter table authorities drop column is_english_offered;
alter table authorities drop column logo_text_en;
alter table authorities drop column logo_text;
alter table authorities drop column logo_file_id;
