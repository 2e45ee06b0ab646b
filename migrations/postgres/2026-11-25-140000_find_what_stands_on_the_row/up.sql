-- The words of the response beside those of the comment. Both are finished words of `kernel::search_text`: PostgreSQL's
-- parser would divide and drop what SQLite keeps.
drop index comments_search;
alter table comments drop column search;
alter table comments add column response_search_text text not null default '';
-- SQL cannot stem: rows without words are given theirs right after the migrations.
update comments set search_text = '';
alter table comments add column search tsvector generated always as (
    array_to_tsvector(array_remove(string_to_array(search_text || ' ' || response_search_text, ' '), ''))
) stored;
create index comments_search on comments using gin (search);
create index comments_without_words on comments (row_key) where search_text = '';
