drop index documents_file_id;
alter table documents drop column file_id;
