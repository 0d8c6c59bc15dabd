-- Every API call, see src/docs/decisions/0009-calls-beside-the-record.md. Not part of the chain.
CREATE TABLE call (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  at         INTEGER NOT NULL,
  action     TEXT NOT NULL,
  reads      INTEGER NOT NULL,                -- 1: changes nothing at EdgeOne; only the newest are kept
  zone_id    TEXT,                            -- null for the job's
  job        INTEGER,                         -- the job's number
  batch      INTEGER,
  attempt    INTEGER NOT NULL,
  took       INTEGER NOT NULL,                -- milliseconds
  http       INTEGER,
  code       TEXT,
  request_id TEXT,
  targets    INTEGER,                         -- the request is that of the batch, with so many targets
  request    BLOB,                            -- see Packed
  reply      BLOB,
  reply_size INTEGER                          -- bytes, as it came
);

CREATE INDEX call_job ON call (job) WHERE job IS NOT NULL;
CREATE INDEX call_read ON call (id) WHERE reads = 1;
CREATE INDEX call_failed ON call (id) WHERE code IS NOT NULL;
