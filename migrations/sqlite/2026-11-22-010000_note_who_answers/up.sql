-- Who wrote the response last, beside the comment: the inbox asks for it in every list.
alter table comments add column writer_id blob references staff (id) on delete set null;
update comments
set writer_id = (select author_id from responses where responses.id = comments.response_id)
where response_id is not null;
create index comments_writer_id on comments (writer_id) where writer_id is not null;

-- Each list of the inbox is a walk along one of these, in the order of the row key, without looking at the rows.
drop index comments_state;
drop index comments_section;
drop index comments_assignee;
create index comments_state on comments (consultation_id, state, row_key, writer_id);
create index comments_section on comments (consultation_id, section_id, state, row_key, writer_id);
create index comments_assignee on comments (consultation_id, assignee_id, state, row_key, section_id)
where assignee_id is not null;
create index comments_writer on comments (consultation_id, writer_id, state, row_key, section_id)
where writer_id is not null;
