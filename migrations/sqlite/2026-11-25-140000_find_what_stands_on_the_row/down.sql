drop trigger comments_search_update;
drop trigger comments_search_delete;
drop trigger comments_search_insert;
drop table comments_search;
drop index comments_without_words;
alter table comments drop column response_search_text;
create virtual table comments_search using fts5 (
    search_text,
    content = 'comments',
    content_rowid = 'row_key',
    tokenize = 'unicode61 remove_diacritics 2'
);
insert into comments_search (comments_search) values ('rebuild');
create trigger comments_search_insert after insert on comments begin
    insert into comments_search (rowid, search_text) values (new.row_key, new.search_text);
end;
create trigger comments_search_delete after delete on comments begin
    insert into comments_search (comments_search, rowid, search_text) values ('delete', old.row_key, old.search_text);
end;
create trigger comments_search_update after update of search_text on comments begin
    insert into comments_search (comments_search, rowid, search_text) values ('delete', old.row_key, old.search_text);
    insert into comments_search (rowid, search_text) values (new.row_key, new.search_text);
end;
