-- Cases of people whose new address nobody may learn (支援措置, DV among them): no document shows it, and only
-- the clerks a town names see the case.
alter table case_file add column is_protected boolean not null default false;
