create table draft (
    task_id  varchar(64) not null references open_task on delete cascade,
    person   varchar(64) not null check (person <> ''),
    revision bigint      not null check (revision > 0),
    answers  text        not null,
    saved_at timestamptz not null,
    primary key (task_id, person),
    constraint draft_of_a_form check (octet_length(answers) <= 100000)
);

comment on table draft is
    'draft: what somebody has typed into the form of an open task and not sent; it goes in the transaction that ends the task';
comment on column draft.person is 'User id of whoever typed it; nobody else reads it';
comment on column draft.revision is 'Grows with each time it is saved, so that two devices notice each other';
comment on column draft.answers is 'A JSON object: what differs from the form as it was opened, by the names of fields';

-- Whoever asks says for whom; without that there are no drafts. Those that are too old can be deleted by anybody, unread.
alter table draft enable row level security, force row level security;
create policy draft_of_its_person on draft using (person = (select current_setting('rovingpm.drafts_of', true)));
create policy draft_that_is_over on draft for delete
    using (saved_at < (select cast(nullif(current_setting('rovingpm.drafts_end', true), '') as timestamptz)));
