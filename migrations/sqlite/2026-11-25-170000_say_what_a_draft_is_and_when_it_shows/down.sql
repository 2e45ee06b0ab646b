alter table consultations drop column draft_noun;
alter table consultations drop column shows_draft_early;
