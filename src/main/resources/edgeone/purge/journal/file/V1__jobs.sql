-- Times are milliseconds since the epoch, UTC. States are the words of the command-line contract.
CREATE TABLE job (
  id              TEXT PRIMARY KEY,
  created_at      INTEGER NOT NULL,
  account         TEXT NOT NULL,
  key_fingerprint TEXT NOT NULL,
  endpoint        TEXT NOT NULL,
  zone_id         TEXT NOT NULL,
  zone_name       TEXT NOT NULL,
  type            TEXT NOT NULL,
  method          TEXT,
  tag_domains     TEXT NOT NULL,              -- one a line
  retry_of        TEXT REFERENCES job (id),
  owner           TEXT,                       -- the process at work on it; null when nobody is
  canceled        INTEGER NOT NULL DEFAULT 0, -- what is not sent must never be sent
  -- Frozen when the last target became final, so that a long history lists fast.
  ended_at        INTEGER,
  n_succeeded     INTEGER,
  n_failed        INTEGER,
  n_rejected      INTEGER,
  n_canceled      INTEGER
);

CREATE INDEX job_created ON job (created_at);

CREATE TABLE batch (
  job_id         TEXT NOT NULL REFERENCES job (id),
  n              INTEGER NOT NULL,            -- from 1
  state          TEXT NOT NULL,
  targets        INTEGER NOT NULL,
  task_id        TEXT,                        -- EdgeOne's JobId
  request_id     TEXT,
  attempts       INTEGER NOT NULL DEFAULT 0,
  error_code     TEXT,
  error_message  TEXT,
  sent_at        INTEGER,                     -- this machine's clock
  look_from      INTEGER,                     -- EdgeOne's clock at the earliest send that is not settled
  closed_at      INTEGER,                     -- when the connection was known to be closed
  PRIMARY KEY (job_id, n)
) WITHOUT ROWID;

CREATE INDEX batch_open ON batch (state) WHERE state IN ('planned', 'sending', 'unknown');
CREATE INDEX batch_task ON batch (task_id) WHERE task_id IS NOT NULL;

CREATE TABLE target (
  job_id   TEXT NOT NULL REFERENCES job (id),
  position INTEGER NOT NULL,                  -- from 1
  batch    INTEGER NOT NULL,
  target   TEXT NOT NULL,                     -- as sent
  state    TEXT NOT NULL,
  reason   TEXT,
  code     TEXT,
  PRIMARY KEY (job_id, position)
) WITHOUT ROWID;

CREATE TABLE request (
  id         INTEGER PRIMARY KEY,
  job_id     TEXT NOT NULL REFERENCES job (id),
  batch      INTEGER NOT NULL,                -- 0: for the whole job
  action     TEXT NOT NULL,
  at         INTEGER NOT NULL,
  took       INTEGER NOT NULL,                -- milliseconds
  request_id TEXT,
  code       TEXT,
  message    TEXT
);

CREATE INDEX request_job ON request (job_id, id);

-- What was done to the guards themselves: safety levels lowered, and by whom.
CREATE TABLE audit (
  id      INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  account TEXT NOT NULL,
  event   TEXT NOT NULL,
  detail  TEXT NOT NULL
);

CREATE INDEX target_batch ON target (job_id, batch, state);
