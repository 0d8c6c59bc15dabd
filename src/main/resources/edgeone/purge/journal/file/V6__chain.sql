-- The last characters of the SecretId that submitted it.
ALTER TABLE job ADD COLUMN key_end TEXT;

CREATE INDEX job_retry ON job (retry_of) WHERE retry_of IS NOT NULL;

-- The chain: each entry holds the hash of the one before. See src/docs/decisions/0008-the-chain-of-entries.md.
CREATE TABLE entry (
  n        INTEGER PRIMARY KEY,               -- from 1, without gaps
  at       INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  job_id   TEXT,
  batch    INTEGER,
  content  TEXT NOT NULL,                     -- canonical JSON
  previous BLOB NOT NULL,
  hash     BLOB NOT NULL
) STRICT;

CREATE INDEX entry_subject ON entry (job_id, batch, kind, n) WHERE job_id IS NOT NULL;
