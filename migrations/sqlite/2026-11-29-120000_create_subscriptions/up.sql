-- A subscriber is an address in an authority; what they want is a subscription each. Links in mails are about subscriptions,
-- which keep the ids they had.
alter table subscribers rename to listed_addresses;
drop index subscribers_one_per_authority;
drop index subscribers_one_per_consultation;
create table subscribers (
    id blob primary key not null,
    authority_id blob not null references authorities (id) on delete cascade,
    -- As it was typed, and as it is compared.
    email text not null,
    email_folded text not null,
    created_at bigint not null,
    unique (authority_id, email_folded)
);
insert into subscribers (id, authority_id, email, email_folded, created_at)
select id, authority_id, email, email_folded, created_at
from (
    select l.*, row_number() over (
        partition by authority_id, email_folded order by case state when 'confirmed' then 0 else 1 end, created_at, id
    ) as place
    from listed_addresses l
) numbered
where place = 1;

create table subscriptions (
    id blob primary key not null,
    subscriber_id blob not null references subscribers (id) on delete cascade,
    -- Of the subscriber: whom a notice goes to is found without looking at addresses.
    authority_id blob not null references authorities (id) on delete cascade,
    -- Null: all consultations of the authority.
    consultation_id blob references consultations (id) on delete cascade,
    language text not null,
    state text not null,
    created_at bigint not null,
    confirmed_at bigint,
    unsubscribed_at bigint
);
insert into subscriptions (id, subscriber_id, authority_id, consultation_id, language, state, created_at, confirmed_at, unsubscribed_at)
select l.id, s.id, l.authority_id, l.consultation_id, l.language, l.state, l.created_at, l.confirmed_at, l.unsubscribed_at
from listed_addresses l
join subscribers s on s.authority_id = l.authority_id and s.email_folded = l.email_folded;
create unique index subscriptions_one_per_authority on subscriptions (subscriber_id) where consultation_id is null;
create unique index subscriptions_one_per_consultation on subscriptions (subscriber_id, consultation_id)
where consultation_id is not null;
create index subscriptions_authority_id on subscriptions (authority_id, consultation_id);
create index subscriptions_consultation_id on subscriptions (consultation_id) where consultation_id is not null;
drop table listed_addresses;

-- Which mail of a notice is whose, and why they got it. Whose it was may be forgotten; that it was sent is not.
create table deliveries (
    outbox_row integer primary key not null references outbox (row_key) on delete cascade,
    notice_id blob not null references notices (id) on delete cascade,
    subscription_id blob references subscriptions (id) on delete set null,
    reason text not null
);
insert into deliveries (outbox_row, notice_id, subscription_id, reason)
select o.row_key, n.id, s.id, case when s.consultation_id is null then 'authority' else 'consultation' end
from notices n
join outbox o on o.content_id = n.content_id
join subscriptions s on s.id = o.link_id;
create index deliveries_notice_id on deliveries (notice_id, reason);
create index deliveries_subscription_id on deliveries (subscription_id) where subscription_id is not null;
