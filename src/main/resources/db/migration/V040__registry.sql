-- The outbox to the resident registry: one row for each confirmed version of a case, written in the
-- transaction that confirms it. The record itself is sealed under the case's key and is emptied once the
-- registry has accepted or refused it.
create table registry_outbox (
  municipality_code text not null check (municipality_code ~ '^[0-9]{6}$'),
  case_id uuid not null,
  record_version integer not null check (record_version > 0),
  position bigint generated always as identity,
  sealed_record bytea,
  state text not null default 'WAITING' check (state in ('WAITING', 'ACCEPTED', 'REFUSED', 'SET_ASIDE')),
  -- every lease raises it: a worker that lost its lease cannot settle the row (fencing), and a row that
  -- was leased before may have been sent before
  lease_fence bigint not null default 0,
  leased_until timestamptz,
  failed_tries integer not null default 0,
  next_try_at timestamptz not null default now(),
  receipt text,
  outcome_code text,
  enqueued_at timestamptz not null default now(),
  settled_at timestamptz,
  primary key (municipality_code, case_id, record_version),
  check ((state in ('WAITING', 'SET_ASIDE')) = (sealed_record is not null)),
  check ((state = 'ACCEPTED') = (receipt is not null))
);
create index registry_outbox_due on registry_outbox (position) where state = 'WAITING';
create index registry_outbox_set_aside on registry_outbox (municipality_code) where state = 'SET_ASIDE';
select frontdesk_protect('registry_outbox');
