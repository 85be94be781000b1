create table feedback (
    case_reference  varchar(20) primary key references support_case,
    given           boolean     not null,
    would_recommend integer     check (would_recommend between 1 and 5),
    length_useful   integer     check (length_useful between 1 and 5),
    improvements    integer     check (improvements between 1 and 5),
    comments        text,
    given_by        varchar(200),
    no_reason       text,
    recorded_at     timestamptz not null,
    recorded_by     varchar(64) not null,
    check (given = (would_recommend is not null and length_useful is not null and improvements is not null and given_by is not null)),
    check (given = (no_reason is null))
);
