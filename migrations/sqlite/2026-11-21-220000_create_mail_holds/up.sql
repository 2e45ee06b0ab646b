-- While there is a row here no mail leaves: a restored copy must not write to people until a person has said so.
create table mail_holds (
    id integer primary key check (id = 1),
    held_at bigint not null
);
