-- A related document may be a file that was brought.
alter table documents add column file_id blob references files (id) on delete restrict;
create index documents_file_id on documents (file_id) where file_id is not null;
