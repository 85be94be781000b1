create table model_content (
    hash    bytea primary key check (octet_length(hash) = 32),
    content bytea not null
);

comment on table model_content is
    'modelchange: the content of processes, decisions and forms, each stored once, including what was never in force';
comment on column model_content.hash is 'SHA-256 of the content';

create table model_change (
    id         bigint generated always as identity primary key,
    kind       varchar(10) not null check (kind in ('DEPLOYED', 'UPGRADE', 'HELD')),
    deployment varchar(64) unique,
    made_at    timestamptz not null,
    made_by    varchar(64) not null,
    check ((kind = 'DEPLOYED') = (deployment is not null))
);

comment on table model_change is
    'modelchange: deployments by managers, what waits for its review before it is deployed, and upgrades that brought another version of what a manager had changed';

-- What waits is looked for when the same is sent again
create index model_change_held on model_change (id) where kind = 'HELD';

create table model_change_file (
    change_id bigint       not null references model_change,
    file      varchar(255) not null,
    upgrade   boolean      not null,
    base      bytea        references model_content,
    before    bytea        references model_content,
    after     bytea        not null references model_content,
    primary key (change_id, file),
    check (upgrade or base is null)
);

comment on table model_change_file is 'modelchange: the files of each change, as they were and as they became';
comment on column model_change_file.base is 'For an upgrade: what was packaged before';
comment on column model_change_file.before is
    'What was in force before; null where the file was new. For an upgrade: the manager''s version';
comment on column model_change_file.after is 'What was deployed. For an upgrade: what is packaged now';

-- However often a version is started, it asks only once what should happen to a file
create unique index model_change_file_upgrade_once on model_change_file (file, after) where upgrade;
create index model_change_file_by_file on model_change_file (file, change_id);

create table model_change_step (
    id          bigint generated always as identity primary key,
    change_id   bigint      not null references model_change,
    recorded_at timestamptz not null,
    recorded_by varchar(64) not null,
    what        varchar(20) not null check (what in ('DEPLOYED', 'UPGRADE_HELD', 'TRIED', 'MOVE_BEGUN', 'MOVE_TRIED_AGAIN', 'KEPT',
                                                     'WENT_BACK', 'KEPT_OURS', 'TOOK_PACKAGED', 'MERGED',
                                                     'CHANGE_HELD', 'PUT_IN_FORCE', 'DROPPED')),
    before      text,
    after       text,
    why         text
);

comment on table model_change_step is 'modelchange: who did what about each change, and when';

create index model_change_step_by_change on model_change_step (change_id, id);

create table model_warning (
    id         bigint generated always as identity primary key,
    deployment varchar(64)  not null,
    file       varchar(255) not null,
    sentence   text         not null
);

comment on table model_warning is 'modelchange: the warnings of the check about files that it accepted';

create index model_warning_by_deployment on model_warning (deployment, id);

create trigger model_content_only_grows before update or delete on model_content
    for each row execute function refuse_change();
create trigger model_change_only_grows before update or delete on model_change
    for each row execute function refuse_change();
create trigger model_change_file_only_grows before update or delete on model_change_file
    for each row execute function refuse_change();
create trigger model_change_step_only_grows before update or delete on model_change_step
    for each row execute function refuse_change();
create trigger model_warning_only_grows before update or delete on model_warning
    for each row execute function refuse_change();

create table model_move (
    id              bigint generated always as identity primary key,
    change_id       bigint       not null references model_change,
    batch           varchar(64)  not null unique,
    process         varchar(255) not null,
    from_definition varchar(64)  not null,
    from_version    integer      not null,
    to_definition   varchar(64)  not null,
    to_version      integer      not null,
    begun_at        timestamptz  not null,
    begun_by        varchar(64)  not null
);

comment on table model_move is
    'modelchange: running cases that are moved from one version of a process to another, by a batch of the engine';

create trigger model_move_only_grows before update or delete on model_move
    for each row execute function refuse_change();

create index model_move_by_change on model_move (change_id, id);

create table model_move_case (
    move_id   bigint      not null references model_move,
    instance  varchar(64) not null,
    reference varchar(255),
    moved_at  timestamptz,
    primary key (move_id, instance)
);

comment on table model_move_case is 'modelchange: the cases of each move';
comment on column model_move_case.moved_at is
    'When the case was on the new version; null where it is not yet, or cannot be moved';

create trigger model_move_case_stays before delete on model_move_case for each row execute function refuse_deletion();

create index model_move_case_to_move on model_move_case (instance) where moved_at is null;
create index model_move_case_by_outcome on model_move_case (move_id, moved_at, reference);
