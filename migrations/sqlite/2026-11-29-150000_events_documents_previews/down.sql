drop table preview_links;
drop table documents;
drop table events;
alter table consultation_texts drop column preparing_body;
