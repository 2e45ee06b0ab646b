drop table authority_texts;
alter table authorities drop column main_colour;
