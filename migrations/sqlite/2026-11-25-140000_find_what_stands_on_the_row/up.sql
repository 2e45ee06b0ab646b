-- The words of the response beside those of the comment. Both are finished words of `kernel::search_text`, in ASCII
-- letters and digits and any others; the tokenizer `ascii` divides them at spaces and nowhere else. No search asks
-- where in a text a word stands, so the index does not keep it.
drop trigger comments_search_update;
drop trigger comments_search_delete;
drop trigger comments_search_insert;
drop table comments_search;
alter table comments add column response_search_text text not null default '';
-- SQL cannot stem: rows without words are given theirs right after the migrations.
update comments set search_text = '';
create index comments_without_words on comments (row_key) where search_text = '';
create virtual table comments_search using fts5 (
    search_text,
    response_search_text,
    content = 'comments',
    content_rowid = 'row_key',
    tokenize = 'ascii',
    detail = none
);
insert into comments_search (comments_search) values ('rebuild');
create trigger comments_search_insert after insert on comments begin
    insert into comments_search (rowid, search_text, response_search_text)
    values (new.row_key, new.search_text, new.response_search_text);
end;
create trigger comments_search_delete after delete on comments begin
    insert into comments_search (comments_search, rowid, search_text, response_search_text)
    values ('delete', old.row_key, old.search_text, old.response_search_text);
end;
create trigger comments_search_update after update of search_text, response_search_text on comments
when old.search_text <> new.search_text or old.response_search_text <> new.response_search_text begin
    insert into comments_search (comments_search, rowid, search_text, response_search_text)
    values ('delete', old.row_key, old.search_text, old.response_search_text);
    insert into comments_search (rowid, search_text, response_search_text)
    values (new.row_key, new.search_text, new.response_search_text);
end;
