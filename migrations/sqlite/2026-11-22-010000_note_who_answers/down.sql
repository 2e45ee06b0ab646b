drop index comments_writer;
drop index comments_assignee;
drop index comments_section;
drop index comments_state;
create index comments_state on comments (consultation_id, state, row_key);
create index comments_section on comments (consultation_id, section_id, row_key);
create index comments_assignee on comments (consultation_id, assignee_id, row_key) where assignee_id is not null;
drop index comments_writer_id;
alter table comments drop column writer_id;
