create table resource (
    sequence bigint generated always as identity,
    workspace varchar not null,
    kind varchar not null,
    name varchar not null,
    body varchar not null,
    hidden varchar not null,
    created varchar not null,
    modified varchar not null,
    primary key (workspace, kind, name)
);

create index resource_order on resource (workspace, kind, sequence);

create table ledger (
    sequence bigint generated always as identity primary key,
    at varchar not null,
    operation varchar not null,
    resource varchar not null,
    body_hash varchar not null,
    note varchar not null
);
