-- Sign-ins under way at a town's identity provider: which browser began which one. Nonce and code
-- verifier are made from the browser's own secret and stand nowhere.
create table sign_in_flow (
  state_hash bytea primary key,
  municipality_code text not null,
  browser_hash bytea not null,
  ends_at timestamptz not null
);
select frontdesk_protect('sign_in_flow', 'select, insert, delete');
