create table team_note (
    id             bigint generated always as identity primary key,
    case_reference varchar(20)   not null references support_case,
    text           varchar(1000) not null check (text <> ''),
    for_pm         boolean       not null,
    written_at     timestamptz   not null,
    written_by     varchar(64)   not null
);

comment on table team_note is 'note: the notes of the team about a case';
comment on column team_note.for_pm is 'Whether the PM of the case reads it too; otherwise only the office does';

create index team_note_by_case on team_note (case_reference, id);

create trigger team_note_only_grows before update or delete on team_note
    for each row execute function refuse_change();
