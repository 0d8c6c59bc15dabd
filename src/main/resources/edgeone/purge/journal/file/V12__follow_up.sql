-- The prefetch that is to follow a purge, and what became of it. Not part of the chain.
CREATE TABLE follow_up (
  job_id   TEXT PRIMARY KEY REFERENCES job (id),
  next_job TEXT,                              -- the prefetch, once it is recorded
  unmade   TEXT                               -- why there will be none
) STRICT, WITHOUT ROWID;

CREATE INDEX follow_up_open ON follow_up (job_id) WHERE next_job IS NULL AND unmade IS NULL;
CREATE INDEX follow_up_next ON follow_up (next_job) WHERE next_job IS NOT NULL;
