-- The history of a team. See src/docs/decisions/0012-a-team-s-history.md.
-- What machines publish is only ever added: machine, entry, target, result. Triggers derive job, batch and head from it.

CREATE TABLE machine (
  id         uuid PRIMARY KEY,
  host       text NOT NULL,
  os_user    text NOT NULL,
  program    text NOT NULL,
  -- Where a machine goes on that was restored from the same backup as another: its entries up to n are those of that one.
  after_id   uuid REFERENCES machine,
  after_n    bigint,
  db_user    text NOT NULL DEFAULT session_user,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The chain of each machine, as it stands in its journal. Times are the machine's.
CREATE TABLE entry (
  machine      uuid NOT NULL REFERENCES machine,
  n            bigint NOT NULL,
  at           timestamptz NOT NULL,
  kind         text NOT NULL,
  job_id       text,
  batch        integer,
  job_at       timestamptz,                         -- when the job was submitted
  content      text NOT NULL,                       -- canonical JSON
  previous     bytea NOT NULL,
  hash         bytea NOT NULL,
  -- What a digest in the content stands for, where the content holds only that.
  detail       jsonb,
  db_user      text NOT NULL DEFAULT session_user,
  published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (machine, n, at)
) PARTITION BY RANGE (at);

CREATE INDEX entry_job ON entry (job_id, n) WHERE job_id IS NOT NULL;

-- The newest entry of each machine.
CREATE TABLE head (
  machine uuid PRIMARY KEY REFERENCES machine,
  n       bigint NOT NULL,
  hash    bytea NOT NULL,
  at      timestamptz NOT NULL
);

-- Jobs as they are now.
CREATE TABLE job (
  id              text NOT NULL,
  created_at      timestamptz NOT NULL,
  machine         uuid NOT NULL REFERENCES machine,
  person          text,                             -- the user of the operating system
  host            text,
  program         text,
  db_user         text NOT NULL,
  account         text NOT NULL,
  account_id      text,
  key_fingerprint text NOT NULL,
  key_end         text,
  endpoint        text NOT NULL,
  zone_id         text NOT NULL,
  zone_name       text NOT NULL,
  type            text NOT NULL,
  method          text,
  tag_domains     text NOT NULL,                    -- one a line
  retry_of        text,
  recipe          text,
  prefetch        jsonb,
  n_targets       integer NOT NULL,
  note            text,
  canceled        boolean NOT NULL DEFAULT false,
  state           text NOT NULL,                    -- of the command-line contract
  n_succeeded     integer NOT NULL DEFAULT 0,
  n_failed        integer NOT NULL DEFAULT 0,
  n_rejected      integer NOT NULL DEFAULT 0,
  n_canceled      integer NOT NULL DEFAULT 0,
  n_unknown       integer NOT NULL DEFAULT 0,
  ended_at        timestamptz,
  PRIMARY KEY (id, created_at)
) PARTITION BY RANGE (created_at);

CREATE INDEX job_created ON job (created_at DESC, id);
CREATE INDEX job_zone ON job (zone_id, type, created_at DESC);
CREATE INDEX job_state ON job (state, created_at DESC);
CREATE INDEX job_retry ON job (retry_of) WHERE retry_of IS NOT NULL;

-- Batches as they are now.
CREATE TABLE batch (
  job_id     text NOT NULL,
  created_at timestamptz NOT NULL,                  -- the job's
  n          integer NOT NULL,
  state      text NOT NULL,
  targets    integer NOT NULL,
  states     jsonb NOT NULL DEFAULT '{}',           -- how many targets are in which state
  task_id    text,
  request_id text,
  attempts   integer NOT NULL DEFAULT 0,
  code       text,
  message    text,
  sent_at    timestamptz,
  PRIMARY KEY (job_id, created_at, n)
) PARTITION BY RANGE (created_at);

CREATE TABLE target (
  job_id     text NOT NULL,
  created_at timestamptz NOT NULL,                  -- the job's
  position   integer NOT NULL,                      -- from 1
  batch      integer NOT NULL,
  target     text NOT NULL,
  PRIMARY KEY (job_id, created_at, position)
) PARTITION BY RANGE (created_at);

-- What became of targets; the one of the highest entry counts.
CREATE TABLE result (
  job_id     text NOT NULL,
  created_at timestamptz NOT NULL,                  -- the job's
  position   integer NOT NULL,
  n          bigint NOT NULL,                       -- the entry of the job's machine that tells it
  batch      integer NOT NULL,
  state      text NOT NULL,
  code       text,
  reason     text,
  PRIMARY KEY (job_id, created_at, position, n)
) PARTITION BY RANGE (created_at);

GRANT INSERT ON machine, entry, target, result TO edgeone_purge_publisher;
