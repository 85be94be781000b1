create table referral_place (
    code     varchar(30)  primary key check (code ~ '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$'),
    label    varchar(100) not null check (label <> ''),
    position integer      not null,
    in_use   boolean      not null default true
);

comment on table referral_place is 'referral: the places to which practices can be referred, as data that managers may change';
comment on column referral_place.position is 'Its place in lists, the smallest first';
comment on column referral_place.in_use is 'Whether it is offered; one that is not still shows where it was chosen';

create trigger referral_place_stays before delete on referral_place for each row execute function refuse_deletion();

create unique index referral_place_by_offered_label on referral_place (lower(label)) where in_use;

insert into referral_place (code, label, position) values
    ('LMC', 'Local medical committee (LMC)', 10),
    ('ICB_PRIMARY_CARE', 'Primary care team of the integrated care board', 20),
    ('ICB_DIGITAL', 'Digital team of the integrated care board', 30),
    ('GP_FEDERATION', 'GP federation or primary care network', 40),
    ('PRACTITIONER_HEALTH', 'NHS Practitioner Health', 50),
    ('OCCUPATIONAL_HEALTH', 'Occupational health', 60),
    ('ACCOUNTANT', 'The practice''s accountant', 70),
    ('EMPLOYMENT_ADVICE', 'Advice on employment law', 80);

create table onward_referral (
    id             bigint generated always as identity primary key,
    case_reference varchar(20) not null references support_case,
    place          varchar(30) not null references referral_place,
    reason         text        not null check (reason <> ''),
    referred_at    timestamptz not null,
    referred_by    varchar(64) not null
);

comment on table onward_referral is
    'referral: that the practices of a case were told of a place that can help them. The place is told nothing by the scheme.';
comment on column onward_referral.reason is 'What the place can help with, in words that the practice reads';

create trigger onward_referral_only_grows before update or delete on onward_referral
    for each row execute function refuse_change();

create index onward_referral_by_case on onward_referral (case_reference, id);
create index onward_referral_by_place on onward_referral (place, case_reference);

create view published_onward_referral as
select case_reference, place from onward_referral;

comment on view published_onward_referral is 'referral: to which places the practices of which cases were referred, for those who may see the case';
