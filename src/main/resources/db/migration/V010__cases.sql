-- The case that travels, its events, the pages laid on the scanner, what was read from them,
-- the draft that people correct, the confirmed record, and the sessions of kiosks and clerks.
-- Whatever is personal is sealed before it reaches a column (bytea named sealed_*).

create table case_file (
  municipality_code text not null,
  case_id uuid not null,
  purpose text not null check (purpose in ('MOVING_IN')),
  status text not null check (status in ('COLLECTING', 'WAITING', 'RETURNED', 'CONFIRMED', 'REGISTERED',
    'REGISTRY_REFUSED', 'REJECTED', 'ABANDONED')),
  version integer not null,
  reception_day date not null,
  reception_number integer,
  opened_at timestamptz not null,
  updated_at timestamptz not null default now(),
  submitted_at timestamptz,
  member_count integer not null default 0,
  doubtful_count integer not null default 0,
  help_called_at timestamptz,
  wrapped_key bytea,
  primary key (municipality_code, case_id),
  unique (municipality_code, reception_day, reception_number)
);
create index case_file_open on case_file (municipality_code, status, submitted_at);
select frontdesk_protect('case_file');

create table reception_counter (
  municipality_code text not null,
  reception_day date not null,
  last_number integer not null,
  primary key (municipality_code, reception_day)
);
select frontdesk_protect('reception_counter');

-- Append-only: one row for each move, with the version the move made.
create table case_event (
  municipality_code text not null,
  case_id uuid not null,
  version integer not null,
  event text not null,
  to_status text not null,
  actor text not null,
  happened_at timestamptz not null,
  primary key (municipality_code, case_id, version),
  foreign key (municipality_code, case_id) references case_file
);
select frontdesk_protect('case_event');
revoke update, delete on case_event from frontdesk_app;

-- One file as it arrived; the same file twice in a case is stored once.
create table sheet (
  municipality_code text not null,
  sheet_id uuid not null,
  case_id uuid not null,
  position integer not null,
  media_type text not null,
  byte_count integer not null,
  fingerprint bytea not null,
  sealed_content bytea not null,
  received_at timestamptz not null,
  primary key (municipality_code, sheet_id),
  unique (municipality_code, case_id, fingerprint),
  foreign key (municipality_code, case_id) references case_file
);
create index sheet_fingerprint on sheet (municipality_code, fingerprint);
select frontdesk_protect('sheet');

-- The queue of files to read: leased with a token (fencing) and a deadline.
create table reading_job (
  municipality_code text not null,
  sheet_id uuid not null,
  case_id uuid not null,
  state text not null check (state in ('QUEUED', 'LEASED', 'DONE', 'FAILED')),
  attempts integer not null default 0,
  lease_token uuid,
  leased_until timestamptz,
  queued_at timestamptz not null,
  done_at timestamptz,
  primary key (municipality_code, sheet_id),
  foreign key (municipality_code, sheet_id) references sheet on delete cascade
);
create index reading_job_open on reading_job (queued_at) where state in ('QUEUED', 'LEASED');
create index reading_job_case on reading_job (municipality_code, case_id);
select frontdesk_protect('reading_job');

-- What a reader made of one page of a file, with the upright picture of the page.
create table reading_page (
  municipality_code text not null,
  sheet_id uuid not null,
  page_in_sheet integer not null,
  case_id uuid not null,
  sealed_reading bytea not null,
  media_type text not null,
  sealed_picture bytea not null,
  primary key (municipality_code, sheet_id, page_in_sheet),
  foreign key (municipality_code, sheet_id) references sheet on delete cascade
);
create index reading_page_case on reading_page (municipality_code, case_id);
select frontdesk_protect('reading_page');

create table crop (
  municipality_code text not null,
  sheet_id uuid not null,
  page_in_sheet integer not null,
  field_path text not null,
  case_id uuid not null,
  sealed_picture bytea not null,
  primary key (municipality_code, sheet_id, page_in_sheet, field_path),
  foreign key (municipality_code, sheet_id, page_in_sheet) references reading_page on delete cascade
);
select frontdesk_protect('crop');

-- The values as people corrected and answered them, one sealed document a case.
create table case_draft (
  municipality_code text not null,
  case_id uuid not null,
  version integer not null,
  sealed_draft bytea not null,
  updated_at timestamptz not null,
  primary key (municipality_code, case_id),
  foreign key (municipality_code, case_id) references case_file
);
select frontdesk_protect('case_draft');

create table confirmed_record (
  municipality_code text not null,
  case_id uuid not null,
  version integer not null,
  sealed_record bytea not null,
  confirmed_by text not null,
  confirmed_at timestamptz not null,
  primary key (municipality_code, case_id, version),
  foreign key (municipality_code, case_id) references case_file
);
select frontdesk_protect('confirmed_record');

-- Sessions of kiosks and clerks: only a hash of the token is kept.
create table session (
  token_hash bytea primary key,
  kind text not null check (kind in ('KIOSK', 'CLERK')),
  municipality_code text not null,
  case_id uuid,
  clerk text,
  last_used_at timestamptz not null,
  ends_at timestamptz not null
);
create index session_case on session (municipality_code, case_id);
select frontdesk_protect('session');
