create table account (
    person               varchar(64) primary key check (person <> ''),
    version              bigint      not null check (version > 0),
    changed_at           timestamptz not null,
    must_change_password boolean     not null default false
);

comment on table account is 'account: what is remembered of the accounts in the engine; an account without a row has never changed';
comment on column account.version is
    'Grows with each change of password, roles or existence. A session and a remembered password hold for one version only';
comment on column account.must_change_password is 'Whether somebody else has set the password';

create table account_session (
    id              bigint       generated always as identity primary key,
    person          varchar(64)  not null check (person <> ''),
    account_version bigint       not null,
    client          varchar(100) not null,
    began_at        timestamptz  not null,
    used_at         timestamptz  not null,
    confirmed_at    timestamptz  not null
);

comment on table account_session is
    'account: the sessions of people who have signed in, so that every instance knows which of them still hold. Without a row there is none';
comment on column account_session.account_version is 'The version of the account when they signed in';
comment on column account_session.client is 'Browser and system in words, such as “Firefox on Windows”';
comment on column account_session.used_at is 'When it was last used, to the minute';
comment on column account_session.confirmed_at is 'When they last entered their password';

create index account_session_by_person on account_session (person);
create index account_session_by_beginning on account_session (began_at);

create table known_client (
    person  varchar(64) not null check (person <> ''),
    client  char(64)    not null,
    seen_on date        not null,
    primary key (person, client)
);

comment on table known_client is 'account: from which browsers and networks people usually sign in';
comment on column known_client.client is 'A hash of the person and the browser''s token or the network''s address, never these themselves';

create table account_name (
    person varchar(64)  not null check (person <> ''),
    since  timestamptz  not null,
    name   varchar(300) not null check (name <> ''),
    primary key (person, since)
);

comment on table account_name is 'account: what people were called and since when. Stays when an account is deleted, because the record names them';

create function keep_account_name() returns trigger language plpgsql as $$
begin
    raise exception 'What somebody was called stays on record: a new name is added';
end $$;

comment on function keep_account_name() is 'account: guards account_name';

create trigger keep_account_name before update or delete on account_name
    for each row execute function keep_account_name();

create view published_account_name as
    select person, since, name from account_name;

comment on view published_account_name is 'account: what people have been called, and since when';

create table account_notice (
    id      bigint       generated always as identity primary key,
    person  varchar(64)  not null check (person <> ''),
    kind    varchar(30)  not null check (kind in ('PASSWORD_CHANGED', 'ADDRESS_CHANGED', 'PASSWORD_FORGOTTEN',
                'SECOND_FACTOR_SET_UP', 'SECOND_FACTOR_REMOVED', 'RECOVERY_CODE_USED', 'CODES_GUESSED',
                'PROGRAM_PASSWORD_MADE')),
    address varchar(254) not null check (address <> ''),
    made_at timestamptz  not null
);

comment on table account_notice is 'account: what the holder of an account is told of it by e-mail, and at which address';
comment on column account_notice.address is 'As it was then: of a changed address the old one is told too';

create table forgotten_password (
    id       bigint       generated always as identity primary key,
    typed    varchar(254) not null check (typed <> ''),
    asked_at timestamptz  not null
);

comment on table forgotten_password is
    'account: what visitors typed who have forgotten their password. Looked at afterwards, so that nobody can tell by the time whether there is such an account, and deleted then';

create table password_link (
    hash            char(64)    primary key,
    person          varchar(64) not null check (person <> ''),
    account_version bigint      not null,
    expires_at      timestamptz not null
);

comment on table password_link is
    'account: links by which somebody chooses a new password, each once. It holds for one version of the account only';
comment on column password_link.hash is 'Of the 256 random bits in the link, which are stored nowhere';

create index password_link_by_expiry on password_link (expires_at);

create table second_factor (
    person    varchar(64) primary key check (person <> ''),
    seed      bytea       not null check (octet_length(seed) = 48),
    last_step bigint      not null check (last_step > 0),
    since     timestamptz not null
);

comment on table second_factor is
    'account: who signs in with a code of an authenticator app as well. Whoever has no row signs in by the password alone';
comment on column second_factor.seed is
    'The 20 bytes from which the app and the application both compute the codes, encrypted under the key of the settings for this person only';
comment on column second_factor.last_step is
    'The half minute since 1970 of the latest code that was used: that code and earlier ones count no more';

create table recovery_code (
    person varchar(64) not null references second_factor on delete cascade,
    hash   char(64)    not null,
    primary key (person, hash)
);

comment on table recovery_code is
    'account: codes for whoever is without their authenticator app. Each counts once: it is deleted when it is used';
comment on column recovery_code.hash is 'Of the 120 random bits of the code, which is stored nowhere';

create table second_factor_group (
    group_id varchar(64) primary key check (group_id <> ''),
    since    timestamptz not null
);

comment on table second_factor_group is 'account: the groups whose members must have a second factor, and since when';

create table program_password (
    id         bigint       generated always as identity primary key,
    person     varchar(64)  not null check (person <> ''),
    name       varchar(100) not null check (name <> ''),
    hash       char(64)     not null unique,
    made_at    timestamptz  not null,
    used_at    timestamptz,
    expires_at timestamptz  not null check (expires_at > made_at)
);

comment on table program_password is
    'account: passwords by which programs act for an account, one for each program, so that none of them knows the password of the person';
comment on column program_password.hash is 'Of the 140 random bits of the password, which is stored nowhere';
comment on column program_password.used_at is 'When it was last used, to five minutes; null before the first time';

create index program_password_by_person on program_password (person);

create table security_event (
    id      bigint       generated always as identity primary key,
    at      timestamptz  not null,
    kind    varchar(30)  not null check (kind in ('SIGNED_IN', 'PROGRAM_SIGNED_IN', 'WRONG_PASSWORD', 'UNKNOWN_NAME',
                'TOO_MANY_ATTEMPTS', 'SIGNED_OUT', 'SESSION_ENDED', 'SESSION_CUT', 'SESSION_OVER',
                'PASSWORD_FORGOTTEN', 'PASSWORD_CHANGED', 'NAME_CHANGED', 'ADDRESS_CHANGED', 'ACCOUNT_MADE',
                'ACCOUNT_DELETED', 'ROLE_GIVEN', 'ROLE_TAKEN', 'GROUP_DELETED', 'RIGHT_CHANGED', 'CASE_READ',
                'CASES_EXPORTED', 'REFUSED', 'SECOND_FACTOR_ASKED', 'SECOND_FACTOR_RIGHT', 'SECOND_FACTOR_WRONG',
                'SECOND_FACTOR_SET_UP', 'SECOND_FACTOR_REMOVED', 'SECOND_FACTOR_REQUIRED', 'SECOND_FACTOR_OPTIONAL',
                'RECOVERY_CODE_USED', 'RECOVERY_CODES_RENEWED', 'PROGRAM_PASSWORD_MADE', 'PROGRAM_PASSWORD_ENDED')),
    person  varchar(64),
    by_whom varchar(64),
    detail  varchar(300)
);

comment on table security_event is 'account: who signed in, what was refused, and who changed accounts and rights; kept for a set time';
comment on column security_event.person is 'User id of whose account it is about; null where there is no such account';
comment on column security_event.by_whom is 'User id of who did it, if that is somebody else; null for the application itself';
comment on column security_event.detail is 'The group, the right, the case or the address it is about';

create index security_event_by_time on security_event (at desc, id desc);
create index security_event_by_person on security_event (person, at desc);

create function keep_security_event() returns trigger language plpgsql as $$
begin
    raise exception 'What has happened is not rewritten';
end $$;

comment on function keep_security_event() is 'account: guards security_event';

create trigger keep_security_event before update on security_event for each row execute function keep_security_event();
