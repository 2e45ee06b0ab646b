drop index comments_without_words;
drop index comments_search;
alter table comments drop column search;
alter table comments drop column response_search_text;
alter table comments add column search tsvector generated always as (to_tsvector('simple', search_text)) stored;
create index comments_search on comments using gin (search);
