-- How an authority looks and what it says of its own rules.

-- `#1a5f4b`; empty is Posvet's own colour.
alter table authorities add column main_colour text not null default '';

-- Standing texts in the place of Posvet's own: `how`, `privacy`, `accessibility`. Markdown.
create table authority_texts (
    authority_id uuid not null references authorities (id) on delete cascade,
    name text not null,
    language text not null,
    text text not null,
    primary key (authority_id, name, language)
);
