-- Only PostgreSQL changes: here the words are in an index of their own already.
select 1;
