-- The logo of an authority and what it shows in words; whether its pages are offered in English. Minutes of an event as a
-- file; when and how often what calendars show of an event was changed.
alter table authorities add column logo_file_id blob references files (id) on delete restrict;
alter table authorities add column logo_text text not null default '';
alter table authorities add column logo_text_en text not null default '';
alter table authorities add column is_english_offered boolean not null default true;
create index authorities_logo_file_id on authorities (logo_file_id) where logo_file_id is not null;

alter table events add column minutes_file_id blob references files (id) on delete restrict;
-- Null: not since it was entered.
alter table events add column changed_at bigint;
alter table events add column times_changed integer not null default 0;
create index events_minutes_file_id on events (minutes_file_id) where minutes_file_id is not null;

-- How long before its window a consultation is announced depends on the kind of procedure; `announced_before` is for strategies.
alter table authorities add column announced_before_regulation integer not null default 7;
alter table authorities add column announced_before_spatial integer not null default 7;
update authorities set announced_before_regulation = announced_before, announced_before_spatial = announced_before;
alter table consultations add column procedure text not null default 'strategy';
