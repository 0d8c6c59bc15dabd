-- The history of a team. See src/docs/decisions/0012-a-team-s-history.md.
-- What machines publish is only ever added: machine, entry, target, result. Triggers derive job, batch and head from it.

CREATE TABLE machine (
  id         uuid PRIMARY KEY,
  host       text NOT NULL,
  os_user    text NOT NULL,
  program    text NOT NULL,
  -- Where a machine goes on that was restored from the same backup as another: its entries up to n are those of that one.
  -- Without that one, they were removed from its journal before it first published.
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
  -- What a digest in the content stands for, where the content holds only that; and "overtakenBy", the later entry of the
  -- same subject that came with its rows, where this one came without.
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

-- For times no clock should show, and until a month has its own.
CREATE TABLE entry_other PARTITION OF entry DEFAULT;
CREATE TABLE job_other PARTITION OF job DEFAULT;
CREATE TABLE batch_other PARTITION OF batch DEFAULT;
CREATE TABLE target_other PARTITION OF target DEFAULT;
CREATE TABLE result_other PARTITION OF result DEFAULT;

-- What was published is never changed. Rows that follow from it change with it, within a trigger, and never otherwise.
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % refused: the history of a team is only added to', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'EP001';
END
$$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['machine', 'entry', 'head', 'job', 'batch', 'target', 'result'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW WHEN (pg_trigger_depth() < 1)'
      ' EXECUTE FUNCTION refuse()', name || '_kept', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse()', name || '_whole', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['entry', 'job', 'batch', 'target', 'result'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse()', name || '_whole',
      name || '_other');
  END LOOP;
END
$$;

-- Makes the partitions of a month, unless they are there. Nobody waits for it but who makes the same ones.
CREATE FUNCTION make_month(at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = edgeone_purge, pg_temp AS $$
DECLARE
  first timestamptz := date_trunc('month', at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
  next  timestamptz := (date_trunc('month', at AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC';
  month text := to_char(first AT TIME ZONE 'UTC', 'YYYY_MM');
  name  text;
BEGIN
  IF at NOT BETWEEN timestamptz '2020-01-01 00:00:00Z' AND now() + interval '32 days'
      OR to_regclass('edgeone_purge.result_' || month) IS NOT NULL THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(5166831204);
  IF to_regclass('edgeone_purge.result_' || month) IS NOT NULL THEN
    RETURN;
  END IF;
  FOR name IN SELECT relname FROM pg_class WHERE relkind = 'p' AND relnamespace = 'edgeone_purge'::regnamespace LOOP
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', name || '_' || month, name);
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
      name, name || '_' || month, first, next);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse()', name || '_whole',
      name || '_' || month);
  END LOOP;
EXCEPTION WHEN check_violation THEN
  NULL; -- Rows of that month are among the others already, and stay there.
END
$$;

-- Who publishes is who logged in.
CREATE FUNCTION machine_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.db_user := session_user;
  NEW.created_at := clock_timestamp();
  RETURN NEW;
END
$$;

CREATE TRIGGER machine_before BEFORE INSERT ON machine FOR EACH ROW EXECUTE FUNCTION machine_before();

-- An entry is the next of its machine's chain, or refused: no gap, no fork, nothing twice.
CREATE FUNCTION entry_before() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = edgeone_purge, pg_temp AS $$
DECLARE
  here machine;
  last head;
BEGIN
  NEW.db_user := session_user;
  NEW.published_at := clock_timestamp();
  SELECT * INTO here FROM machine WHERE id = NEW.machine;
  IF here.id IS NULL OR here.db_user <> session_user THEN
    RAISE EXCEPTION 'machine % is not one of %', NEW.machine, session_user USING ERRCODE = 'EP001';
  END IF;
  SELECT * INTO last FROM head WHERE machine = NEW.machine FOR UPDATE;
  IF NOT FOUND THEN
    SELECT e.machine, e.n, e.hash, e.at INTO last FROM entry e WHERE e.machine = NEW.machine ORDER BY e.n DESC LIMIT 1;
  END IF;
  IF last.machine IS NULL THEN
    last.n := coalesce(here.after_n, 0);
    last.hash := CASE
      WHEN last.n = 0 THEN decode(repeat('00', 32), 'hex')
      ELSE coalesce((SELECT hash FROM entry WHERE machine = here.after_id AND n = here.after_n), NEW.previous)
    END;
  END IF;
  IF NEW.n <> last.n + 1 OR NEW.previous <> last.hash THEN
    RAISE EXCEPTION 'entry % of machine % does not follow entry %', NEW.n, NEW.machine, last.n USING ERRCODE = 'EP001';
  END IF;
  INSERT INTO head (machine, n, hash, at) VALUES (NEW.machine, NEW.n, NEW.hash, NEW.at)
    ON CONFLICT (machine) DO UPDATE SET n = excluded.n, hash = excluded.hash, at = excluded.at;
  RETURN NEW;
END
$$;

CREATE TRIGGER entry_before BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION entry_before();

CREATE FUNCTION millis(value jsonb) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
  SELECT timestamptz '1970-01-01 00:00:00Z' + (value #>> '{}')::bigint * interval '1 millisecond'
$$;

CREATE FUNCTION amount(states jsonb, VARIADIC names text[]) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(sum((states ->> name)::integer), 0)::integer FROM unnest(names) AS name
$$;

-- A job as it was submitted. One that two machines have, as they go back to one backup, stays the first one's.
CREATE FUNCTION put_job(e entry, c jsonb, at timestamptz) RETURNS void LANGUAGE sql AS $$
  INSERT INTO job (id, created_at, machine, person, host, program, db_user, account, account_id, key_fingerprint, key_end,
      endpoint, zone_id, zone_name, type, method, tag_domains, retry_of, recipe, prefetch, n_targets, state)
    VALUES (e.job_id, at, e.machine, c ->> 'user', c ->> 'host', c ->> 'program', e.db_user, c ->> 'account',
      c ->> 'accountId', c ->> 'keyFingerprint', c ->> 'keyEnd', c ->> 'endpoint', c ->> 'zoneId', c ->> 'zoneName',
      c ->> 'type', c ->> 'method', coalesce(c ->> 'tagDomains', ''), c ->> 'retryOf', c ->> 'recipe', c -> 'prefetch',
      (c ->> 'targets')::integer, 'running')
    ON CONFLICT (id, created_at) DO NOTHING
$$;

-- How the targets of a job lie in its batches: [[number, first position, last position], ...].
CREATE FUNCTION put_batches(e entry, at timestamptz, batches jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  one jsonb;
BEGIN
  FOR one IN SELECT * FROM jsonb_array_elements(batches) LOOP
    INSERT INTO batch (job_id, created_at, n, state, targets)
      VALUES (e.job_id, at, (one ->> 0)::integer, 'planned', (one ->> 2)::integer - (one ->> 1)::integer + 1)
      ON CONFLICT (job_id, created_at, n) DO UPDATE SET targets = excluded.targets;
  END LOOP;
  UPDATE target SET batch = (b ->> 0)::integer
    FROM jsonb_array_elements(batches) AS b
    WHERE job_id = e.job_id AND created_at = at AND position BETWEEN (b ->> 1)::integer AND (b ->> 2)::integer
      AND batch <> (b ->> 0)::integer;
END
$$;

CREATE FUNCTION put_batch(e entry, c jsonb, at timestamptz, number integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  was text := (SELECT state FROM batch WHERE job_id = e.job_id AND created_at = at AND n = number);
BEGIN
  INSERT INTO batch (job_id, created_at, n, state, targets, task_id, request_id, attempts, code, message, sent_at)
    VALUES (e.job_id, at, number, c ->> 'state', (c ->> 'targets')::integer, c ->> 'taskId', c ->> 'requestId',
      coalesce((c ->> 'attempts')::integer, 0), c ->> 'code', c ->> 'message', millis(c -> 'sentAt'))
    ON CONFLICT (job_id, created_at, n) DO UPDATE SET state = excluded.state, targets = excluded.targets,
      task_id = excluded.task_id, request_id = excluded.request_id, attempts = excluded.attempts, code = excluded.code,
      message = excluded.message, sent_at = excluded.sent_at;
  IF 'unknown' IN (was, c ->> 'state') THEN
    UPDATE job SET state = CASE WHEN EXISTS (SELECT FROM batch AS b WHERE b.job_id = e.job_id AND b.created_at = at
        AND b.state = 'unknown') THEN 'unknown' ELSE 'running' END
      WHERE id = e.job_id AND created_at = at AND ended_at IS NULL;
  END IF;
END
$$;

CREATE FUNCTION put_results(e entry, c jsonb, at timestamptz, number integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  now jsonb := c -> 'states';
  was jsonb := coalesce(
    (SELECT states FROM batch WHERE job_id = e.job_id AND created_at = at AND n = number), '{}');
BEGIN
  UPDATE batch SET states = now WHERE job_id = e.job_id AND created_at = at AND n = number;
  IF NOT FOUND THEN
    INSERT INTO batch (job_id, created_at, n, state, targets, states)
      SELECT e.job_id, at, number, 'planned', coalesce(sum(value::integer), 0), now FROM jsonb_each_text(now);
  END IF;
  UPDATE job SET
      n_succeeded = n_succeeded + amount(now, 'succeeded') - amount(was, 'succeeded'),
      n_failed = n_failed + amount(now, 'failed', 'timed_out') - amount(was, 'failed', 'timed_out'),
      n_rejected = n_rejected + amount(now, 'rejected') - amount(was, 'rejected'),
      n_canceled = n_canceled + amount(now, 'canceled') - amount(was, 'canceled'),
      n_unknown = n_unknown + amount(now, 'unknown') - amount(was, 'unknown')
    WHERE id = e.job_id AND created_at = at AND ended_at IS NULL;
END
$$;

CREATE FUNCTION put_end(e entry, c jsonb, at timestamptz) RETURNS void LANGUAGE sql AS $$
  UPDATE job SET state = c ->> 'state', ended_at = millis(c -> 'endedAt'),
      n_succeeded = (c ->> 'succeeded')::integer, n_failed = (c ->> 'failed')::integer,
      n_rejected = (c ->> 'rejected')::integer, n_canceled = (c ->> 'canceled')::integer, n_unknown = 0
    WHERE id = e.job_id AND created_at = at
$$;

-- JSON of PostgreSQL holds no NUL.
CREATE FUNCTION readable(content text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT replace(content, '\u0000', '\ufffd')::jsonb
$$;

-- Jobs and batches follow from the entries about them.
CREATE FUNCTION entry_after() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = edgeone_purge, pg_temp AS $$
DECLARE
  c  jsonb := readable(NEW.content);
  at timestamptz := NEW.job_at;
  one jsonb;
BEGIN
  IF NEW.kind = 'account' THEN
    UPDATE job SET account_id = c ->> 'id' WHERE machine = NEW.machine AND account_id IS NULL
      AND account = c ->> 'name' AND key_fingerprint = c ->> 'keyFingerprint';
    RETURN NULL;
  END IF;
  IF NEW.job_id IS NULL OR at IS NULL THEN
    RETURN NULL;
  END IF;
  IF NEW.kind = 'job' THEN
    PERFORM put_job(NEW, c, at);
  ELSIF NEW.kind = 'kept' AND NEW.detail ? 'job' THEN
    PERFORM put_job(NEW, readable(NEW.detail ->> 'job'), at);
  END IF;
  IF NOT EXISTS (SELECT FROM job WHERE id = NEW.job_id AND created_at = at AND machine = NEW.machine) THEN
    RETURN NULL;
  END IF;
  CASE NEW.kind
    WHEN 'job' THEN
      PERFORM put_batches(NEW, at, coalesce(NEW.detail -> 'batches', '[]'));
    WHEN 'batch' THEN
      PERFORM put_batch(NEW, c, at, NEW.batch);
    WHEN 'results' THEN
      PERFORM put_results(NEW, c, at, NEW.batch);
    WHEN 'ended' THEN
      PERFORM put_end(NEW, c, at);
    WHEN 'cancel' THEN
      UPDATE job SET canceled = true WHERE id = NEW.job_id AND created_at = at;
    WHEN 'note' THEN
      UPDATE job SET note = c ->> 'note' WHERE id = NEW.job_id AND created_at = at;
    WHEN 'kept' THEN
      FOR one IN SELECT * FROM jsonb_array_elements(coalesce(NEW.detail -> 'batches', '[]')) LOOP
        PERFORM put_batch(NEW, readable(one ->> 'batch'), at, (one ->> 'n')::integer);
        PERFORM put_results(NEW, readable(one ->> 'results'), at, (one ->> 'n')::integer);
      END LOOP;
      IF NEW.detail ->> 'ended' IS NOT NULL THEN
        PERFORM put_end(NEW, readable(NEW.detail ->> 'ended'), at);
      END IF;
    ELSE
      NULL;
  END CASE;
  RETURN NULL;
END
$$;

CREATE TRIGGER entry_after AFTER INSERT ON entry FOR EACH ROW EXECUTE FUNCTION entry_after();

-- Retention: which months are gone, by whom, and up to where each machine's chain went with them.
CREATE TABLE forgotten (
  month   date PRIMARY KEY,
  by_user text NOT NULL DEFAULT session_user,
  at      timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE cut (
  machine uuid NOT NULL,
  n       bigint NOT NULL,
  hash    bytea NOT NULL,
  PRIMARY KEY (machine, n)
);

-- Removes a month for good. For the owner, the oldest month first: SELECT edgeone_purge.forget_month('2026-01-01').
CREATE FUNCTION forget_month(day date) RETURNS void
LANGUAGE plpgsql SET search_path = edgeone_purge, pg_temp AS $$
DECLARE
  month text := to_char(day, 'YYYY_MM');
  name  text;
BEGIN
  INSERT INTO forgotten (month) VALUES (date_trunc('month', day)) ON CONFLICT DO NOTHING;
  EXECUTE format('INSERT INTO cut SELECT DISTINCT ON (machine) machine, n, hash FROM %I ORDER BY machine, n DESC',
    'entry_' || month);
  FOREACH name IN ARRAY ARRAY['entry', 'job', 'batch', 'target', 'result'] LOOP
    EXECUTE format('DROP TABLE %I', name || '_' || month);
  END LOOP;
END
$$;

REVOKE EXECUTE ON FUNCTION forget_month(date) FROM PUBLIC;

GRANT INSERT ON machine, entry, target, result TO edgeone_purge_publisher;
REVOKE EXECUTE ON FUNCTION make_month(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_month(timestamptz) TO edgeone_purge_publisher;
