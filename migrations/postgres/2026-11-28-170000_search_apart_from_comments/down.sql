drop trigger comments_search_delete on comments;
drop trigger comments_search_update on comments;
drop trigger comments_search_insert on comments;
drop function comments_search_delete();
drop function comments_search_update();
drop function comments_search_insert();
drop function comments_search_of(text, text);
drop table comments_search;
alter table comments add column search tsvector generated always as (
    array_to_tsvector(array_remove(string_to_array(search_text || ' ' || response_search_text, ' '), ''))
) stored;
create index comments_search on comments using gin (search);
