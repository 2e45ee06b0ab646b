-- The words in a table of their own, as on SQLite: a search for a common word looks at a tenth of the pages, and a comment
-- that changes its state, which most do five times, leaves no dead copy of its words behind.
drop index comments_search;
create table comments_search (
    row_key bigint primary key,
    search tsvector not null
);
insert into comments_search (row_key, search)
select row_key, search from comments;
alter table comments drop column search;
create index comments_search_words on comments_search using gin (search);

create function comments_search_of(words text, response_words text) returns tsvector language sql immutable as $$
    select array_to_tsvector(array_remove(string_to_array(words || ' ' || response_words, ' '), ''))
$$;

create function comments_search_insert() returns trigger language plpgsql as $$
begin
    insert into comments_search (row_key, search)
    select row_key, comments_search_of(search_text, response_search_text) from added;
    return null;
end
$$;
create trigger comments_search_insert after insert on comments referencing new table as added
for each statement execute function comments_search_insert();

create function comments_search_update() returns trigger language plpgsql as $$
begin
    update comments_search set search = comments_search_of(new.search_text, new.response_search_text)
    where row_key = new.row_key;
    return null;
end
$$;
create trigger comments_search_update after update of search_text, response_search_text on comments
for each row when (old.search_text <> new.search_text or old.response_search_text <> new.response_search_text)
execute function comments_search_update();

create function comments_search_delete() returns trigger language plpgsql as $$
begin
    delete from comments_search where row_key = old.row_key;
    return null;
end
$$;
create trigger comments_search_delete after delete on comments
for each row execute function comments_search_delete();
