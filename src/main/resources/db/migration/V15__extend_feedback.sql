alter table feedback
    add column hours_saved  numeric(5, 1) check (hours_saved between 0 and 200),
    add column what_changed text,
    add column may_quote    boolean not null default false,
    add check (given or (hours_saved is null and what_changed is null and not may_quote));

comment on column feedback.hours_saved is 'Hours a week that the support saved, as the practice reckons';
comment on column feedback.may_quote is 'Whether the scheme may quote what the practice said';
