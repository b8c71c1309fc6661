-- How the notifier 届出人 of a case signs: lines drawn on a screen, sealed under the case's key together with
-- what they were drawn for, or nothing where the person chose paper. Goes with its case.
create table case_signature (
  municipality_code text not null,
  case_id uuid not null,
  signer text not null check (signer in ('NOTIFIER')),
  sealed_signature bytea,
  origin text not null check (origin in ('KIOSK', 'DESK')),
  signed_at timestamptz not null,
  primary key (municipality_code, case_id, signer),
  foreign key (municipality_code, case_id) references case_file on delete cascade
);
select frontdesk_protect('case_signature');
