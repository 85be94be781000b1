-- Every comment on a table, view or function begins with the module that owns it. A module reads and writes its own tables;
-- of others it reads what they publish: views and functions whose names begin with "published_".

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% only grows: its rows are never changed or deleted', tg_table_name;
end $$;

comment on function refuse_change() is 'database: guards the records that only ever grow';

create function refuse_deletion() returns trigger language plpgsql as $$
begin
    raise exception '% stays: its rows are never deleted', tg_table_name;
end $$;

comment on function refuse_deletion() is 'database: guards the records that change and are never forgotten';
