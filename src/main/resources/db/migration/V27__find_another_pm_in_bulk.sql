alter table bulk_change
    drop constraint bulk_change_kind_check,
    add constraint bulk_change_kind_check check (kind in ('REASSIGN', 'FIND_ANOTHER_PM', 'MOVE_DEADLINES', 'RETRY')),
    add constraint bulk_change_of_pm check (kind <> 'FIND_ANOTHER_PM' or person is not null);

comment on table bulk_change is 'What managers have done to many tasks, cases or failed steps at once';
comment on column bulk_item.subject is 'The engine''s id of the task or of the incident, or the number of the case';
