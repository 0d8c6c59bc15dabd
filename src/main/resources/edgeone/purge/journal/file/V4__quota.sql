-- Whether the job keeps what the quota does not take, instead of having it refused.
ALTER TABLE job ADD COLUMN keeps_to_quota INTEGER NOT NULL DEFAULT 0;

-- Set while the batch waits for quota, and then never sent: when EdgeOne is expected to grant it.
ALTER TABLE batch ADD COLUMN quota_from INTEGER;

-- What was purged in a zone a short while ago.
CREATE INDEX job_zone ON job (zone_id, type, created_at);
