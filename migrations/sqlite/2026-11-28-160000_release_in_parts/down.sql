drop index responses_state;
create index responses_state on responses (consultation_id, state);
drop table releases;
