-- Searching the team's history, and telling those who look at it that something was written.

-- What jobs are found by, with a to z for A to Z: the words of a job (part 0), the ids of its batch n (part -n), and from part 1
-- on its targets, up to 32 a row and one a line. Few rows of many targets make a small index.
CREATE TABLE search (
  job_id     text NOT NULL,
  created_at timestamptz NOT NULL,                  -- the job's
  part       integer NOT NULL,                      -- of targets: the position of the first
  text       text NOT NULL,
  PRIMARY KEY (job_id, created_at, part)
) PARTITION BY RANGE (created_at);

CREATE TABLE search_other PARTITION OF search DEFAULT;

CREATE INDEX job_account ON job (account_id, created_at DESC);
CREATE INDEX job_zone_name ON job (lower(zone_name COLLATE "C"), created_at DESC);

-- Where the extension may not be created, search reads all rows and finds the same.
DO $$
DECLARE
  extension_schema name;
BEGIN
  BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
  EXCEPTION WHEN OTHERS THEN
    RAISE NOTICE 'pg_trgm cannot be created: %', SQLERRM;
  END;
  SELECT n.nspname INTO extension_schema
    FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_trgm';
  IF extension_schema IS NOT NULL THEN
    EXECUTE format('CREATE INDEX search_text ON search USING gin (text %I.gin_trgm_ops)', extension_schema);
  END IF;
END $$;

CREATE FUNCTION search_job() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = edgeone_purge, pg_temp AS $$
BEGIN
  INSERT INTO search (job_id, created_at, part, text)
    VALUES (NEW.id, NEW.created_at, 0, lower(concat_ws(E'\n',
      NEW.id, NEW.account, NEW.zone_id, NEW.zone_name, NEW.note, NEW.person, NEW.host) COLLATE "C"))
    ON CONFLICT (job_id, created_at, part) DO UPDATE SET text = excluded.text;
  RETURN NULL;
END $$;

CREATE FUNCTION search_batch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = edgeone_purge, pg_temp AS $$
BEGIN
  INSERT INTO search (job_id, created_at, part, text)
    VALUES (NEW.job_id, NEW.created_at, -NEW.n, lower(concat_ws(E'\n', NEW.task_id, NEW.request_id) COLLATE "C"))
    ON CONFLICT (job_id, created_at, part) DO UPDATE SET text = excluded.text;
  RETURN NULL;
END $$;

CREATE FUNCTION search_targets() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = edgeone_purge, pg_temp AS $$
BEGIN
  INSERT INTO search (job_id, created_at, part, text)
    SELECT job_id, created_at, min(position), lower(string_agg(target, E'\n' ORDER BY position) COLLATE "C")
      FROM added GROUP BY job_id, created_at, (position - 1) / 32
    ON CONFLICT (job_id, created_at, part) DO NOTHING;
  RETURN NULL;
END $$;

CREATE FUNCTION tell_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('edgeone_purge', '');
  RETURN NULL;
END $$;

CREATE TRIGGER search_job AFTER INSERT OR UPDATE OF note ON job
  FOR EACH ROW EXECUTE FUNCTION search_job();
CREATE TRIGGER search_batch AFTER INSERT OR UPDATE OF task_id, request_id ON batch
  FOR EACH ROW WHEN (NEW.task_id IS NOT NULL OR NEW.request_id IS NOT NULL) EXECUTE FUNCTION search_batch();
CREATE TRIGGER search_targets AFTER INSERT ON target REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION search_targets();
CREATE TRIGGER tell_entries AFTER INSERT ON entry
  FOR EACH STATEMENT EXECUTE FUNCTION tell_entries();
