-- What is to be verified about a purge, and how far that is. In the chain once there are verdicts.
CREATE TABLE verification (
  job_id        TEXT PRIMARY KEY REFERENCES job (id),
  edges         TEXT NOT NULL,                -- one a line; empty for the one DNS names
  sample        INTEGER,                      -- how many targets are asked for; null for all
  seed          INTEGER NOT NULL,
  allow_private INTEGER NOT NULL,
  before_at     INTEGER,                      -- when all probes before the purge were here
  after_at      INTEGER                       -- when all verdicts were
) STRICT, WITHOUT ROWID;

CREATE INDEX verification_open ON verification (job_id) WHERE after_at IS NULL;

CREATE TABLE probe (
  job_id        TEXT NOT NULL REFERENCES job (id),
  position      INTEGER NOT NULL,             -- of the target
  after         INTEGER NOT NULL,             -- 0 before the purge was sent, 1 after EdgeOne was done
  edge          TEXT NOT NULL,                -- empty for the one DNS named
  took          INTEGER NOT NULL,             -- milliseconds
  http          INTEGER,
  cache_status  TEXT,
  age           INTEGER,
  date          INTEGER,                      -- the edge's clock
  etag          TEXT,
  last_modified TEXT,
  vary          TEXT,
  bytes         INTEGER,
  cut           INTEGER,
  sha256        TEXT,
  location      TEXT,
  log_id        TEXT,
  trouble       TEXT,
  detail        TEXT,
  PRIMARY KEY (job_id, position, after, edge)
) STRICT, WITHOUT ROWID;

CREATE TABLE verdict (
  job_id   TEXT NOT NULL REFERENCES job (id),
  position INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  reason   TEXT,
  edge     TEXT,
  detail   TEXT,
  PRIMARY KEY (job_id, position)
) STRICT, WITHOUT ROWID;
