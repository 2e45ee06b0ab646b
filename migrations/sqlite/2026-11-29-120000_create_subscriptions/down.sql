drop table deliveries;
alter table subscriptions rename to wanted;
alter table subscribers rename to people;
drop index subscriptions_one_per_authority;
drop index subscriptions_one_per_consultation;
drop index subscriptions_authority_id;
drop index subscriptions_consultation_id;
create table subscribers (
    id blob primary key not null,
    authority_id blob not null references authorities (id) on delete cascade,
    consultation_id blob references consultations (id) on delete cascade,
    email text not null,
    email_folded text not null,
    language text not null,
    state text not null,
    created_at bigint not null,
    confirmed_at bigint,
    unsubscribed_at bigint
);
insert into subscribers (id, authority_id, consultation_id, email, email_folded, language, state, created_at, confirmed_at,
    unsubscribed_at)
select w.id, w.authority_id, w.consultation_id, p.email, p.email_folded, w.language, w.state, w.created_at, w.confirmed_at,
    w.unsubscribed_at
from wanted w
join people p on p.id = w.subscriber_id;
drop table wanted;
drop table people;
create unique index subscribers_one_per_authority on subscribers (authority_id, email_folded)
where consultation_id is null;
create unique index subscribers_one_per_consultation on subscribers (consultation_id, email_folded)
where consultation_id is not null;
