-- The account's identity, which a renaming leaves as it is. Null in what an earlier version wrote: nobody knows for sure then.
ALTER TABLE job ADD COLUMN account_id TEXT;

ALTER TABLE audit ADD COLUMN account_id TEXT;

-- The last name known of each. job.account and audit.account keep the name of their time.
CREATE TABLE account (
  id   TEXT PRIMARY KEY,
  name TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX job_unclaimed ON job (account, key_fingerprint) WHERE account_id IS NULL;
