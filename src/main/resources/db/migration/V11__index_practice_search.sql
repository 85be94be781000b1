create extension if not exists pg_trgm;

-- What people search a practice by, in small letters and without punctuation; the postcode with and without its space.
-- PracticeSearch writes what was typed in the same way.
alter table practice add column search_text text generated always as (
    regexp_replace(replace(lower(name || ' ' || coalesce(address, '') || ' ' || coalesce(postcode, '') || ' '
        || coalesce(replace(postcode, ' ', ''), '') || ' ' || ods_code), '''', ''), '[^a-z0-9]+', ' ', 'g')) stored;

comment on column practice.search_text is 'What the practice can be found by';

create index practice_search on practice using gin (search_text gin_trgm_ops) with (fastupdate = off) where in_scheme and status = 'ACTIVE';
