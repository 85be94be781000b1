create table warning_sign (
    code     varchar(30)  primary key check (code ~ '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$'),
    label    varchar(100) not null check (label <> ''),
    position integer      not null,
    in_use   boolean      not null default true
);

comment on table warning_sign is
    'watchlist: the signs by which the liaison team notices that a practice may need help, as data that managers may change';
comment on column warning_sign.position is 'Its place in lists, the smallest first';

create trigger warning_sign_stays before delete on warning_sign for each row execute function refuse_deletion();
create unique index warning_sign_by_offered_label on warning_sign (lower(label)) where in_use;

insert into warning_sign (code, label, position) values
    ('PM_POST', 'No practice manager, or a new one', 10),
    ('STAFF', 'Staff leaving or off sick', 20),
    ('PARTNERS', 'Partners leaving or at odds', 30),
    ('CQC', 'A poor CQC rating or an inspection ahead', 40),
    ('FINANCES', 'Trouble with money', 50),
    ('COMPLAINTS', 'Complaints from patients', 60),
    ('MERGER', 'A merger or a closure ahead', 70),
    ('SILENCE', 'Does not answer, or stays away from meetings', 80),
    ('OTHER', 'Something else', 90);

create table watched_practice (
    id               bigint        generated always as identity primary key,
    ods_code         varchar(10)   not null references practice,
    version          integer       not null check (version > 0),
    sign             varchar(30)   not null references warning_sign,
    what_noticed     varchar(2000) not null check (what_noticed <> ''),
    noticed_on       date          not null,
    noticed_by       varchar(200)  not null check (noticed_by <> ''),
    look_again_on    date,
    help             varchar(10)   not null check (help in ('NONE', 'OFFERED', 'DECLINED', 'WANTED')),
    added_at         timestamptz   not null,
    added_by         varchar(64)   not null,
    changed_at       timestamptz   not null,
    changed_by       varchar(64)   not null,
    referral_request bigint,
    case_reference   varchar(20)   references support_case,
    ended_at         timestamptz,
    ended_by         varchar(64),
    end_reason       varchar(500)  check (end_reason <> ''),
    constraint watched_practice_end_on_record
        check ((ended_at is null) = (ended_by is null) and (ended_by is null) = (end_reason is null)),
    constraint watched_practice_ends_when_referred check (case_reference is null or ended_at is not null)
);

comment on table watched_practice is
    'watchlist: practices that may need help and have not asked for it. Read by the liaison team and service managers alone, and only where the transaction says who reads.';
comment on column watched_practice.version is 'Grows with each entry, so that two people notice each other';
comment on column watched_practice.noticed_by is 'Whoever noticed the sign, in words: they may have no account';
comment on column watched_practice.help is 'What came of the last offer of help, as the contacts tell';
comment on column watched_practice.referral_request is
    'Which request for help was begun from here, to know it again when it is sent; it is deleted when it expires';
comment on column watched_practice.case_reference is 'The case that it became, with the practice''s consent';

create unique index watched_practice_now on watched_practice (ods_code) where ended_at is null;
create index watched_practice_by_practice on watched_practice (ods_code);
create index watched_practice_by_sign on watched_practice (sign);
create index watched_practice_to_look_at on watched_practice (look_again_on) where ended_at is null;
create unique index watched_practice_by_request on watched_practice (referral_request) where referral_request is not null;
create index watched_practice_by_case on watched_practice (case_reference) where case_reference is not null;

create function keep_watched_practice() returns trigger language plpgsql as $$
begin
    if old.ended_at is not null
        or (new.ods_code, new.added_at, new.added_by) is distinct from (old.ods_code, old.added_at, old.added_by) then
        raise exception 'A watched practice stays as it was once it has ended';
    end if;
    return new;
end $$;

comment on function keep_watched_practice() is 'watchlist: guards watched_practice';

create trigger watched_practice_stays before delete on watched_practice
    for each row execute function refuse_deletion();
create trigger keep_watched_practice before update on watched_practice
    for each row execute function keep_watched_practice();

create table watched_practice_before (
    watched_practice bigint        not null references watched_practice,
    version          integer       not null,
    sign             varchar(30)   not null references warning_sign,
    what_noticed     varchar(2000) not null,
    noticed_on       date          not null,
    noticed_by       varchar(200)  not null,
    look_again_on    date,
    changed_at       timestamptz   not null,
    changed_by       varchar(64)   not null,
    primary key (watched_practice, version)
);

comment on table watched_practice_before is 'watchlist: what was written of a watched practice before it was changed';

create index watched_practice_before_by_sign on watched_practice_before (sign);

create trigger watched_practice_before_only_grows before update or delete on watched_practice_before
    for each row execute function refuse_change();

create table watched_contact (
    id               bigint        generated always as identity primary key,
    watched_practice bigint        not null references watched_practice,
    contacted_on     date          not null,
    way              varchar(10)   not null check (way in ('TELEPHONE', 'VISIT', 'MEETING', 'EMAIL', 'OTHER')),
    with_whom        varchar(200)  not null check (with_whom <> ''),
    what_said        varchar(2000) not null check (what_said <> ''),
    help             varchar(10)   not null check (help in ('NONE', 'OFFERED', 'DECLINED', 'WANTED')),
    recorded_at      timestamptz   not null,
    recorded_by      varchar(64)   not null
);

comment on table watched_contact is 'watchlist: the contacts that the liaison team has made with a watched practice';
comment on column watched_contact.recorded_by is 'User id of whoever made the contact';

create index watched_contact_by_practice on watched_contact (watched_practice, contacted_on desc, id desc);

create trigger watched_contact_only_grows before update or delete on watched_contact
    for each row execute function refuse_change();

-- Whoever asks says who reads, and on which day; without that nothing is there. A practice in which the reader has declared an
-- interest is not there for them, nor is one whose case is hidden from them.
alter table watched_practice enable row level security, force row level security;
create policy watched_practice_for_its_readers on watched_practice using (
    (select coalesce(current_setting('rovingpm.watcher', true), '')) <> ''
    and ods_code not in (
        select i.ods_code from published_interests(cast(nullif(current_setting('rovingpm.watched_on', true), '') as date)) i
         where i.person = current_setting('rovingpm.watcher', true))
    and (case_reference is null or case_reference not in (
        select h.case_reference from published_hidden_cases(
            cast(current_setting('rovingpm.watcher', true) as varchar),
            cast(nullif(current_setting('rovingpm.watched_on', true), '') as date)) h)));

alter table watched_practice_before enable row level security, force row level security;
create policy watched_practice_before_for_its_readers on watched_practice_before
    using (watched_practice in (select w.id from watched_practice w));

alter table watched_contact enable row level security, force row level security;
create policy watched_contact_for_its_readers on watched_contact
    using (watched_practice in (select w.id from watched_practice w));
