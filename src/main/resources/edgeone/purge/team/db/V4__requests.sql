-- Purges that a second person releases. See src/docs/decisions/0013-a-team-s-pace-and-two-people.md.
-- Rows change by the functions here alone, and a trigger holds what must never happen: nobody releases what they
-- asked for themselves, what is asked never changes, and what was released is taken once.

CREATE TABLE request (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  plan       text NOT NULL,                         -- exactly what is to be sent, as canonical JSON
  hash       bytea NOT NULL,                        -- of the plan, SHA-256
  asked_by   text NOT NULL,                         -- the database's user, as are the others
  asked_at   timestamptz NOT NULL,
  person     text,                                  -- the user of the operating system
  host       text,
  account    text,
  note       text,
  minutes    integer NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  until      timestamptz NOT NULL,
  state      text NOT NULL CHECK (state IN ('waiting', 'released', 'declined', 'taken')),
  decided_by text,
  decided_at timestamptz,
  job_id     text,                                  -- of the job that took it
  told       boolean NOT NULL DEFAULT false         -- whether its end was told to who asked
);

CREATE INDEX request_open ON request (until) WHERE state IN ('waiting', 'released');
CREATE INDEX request_hash ON request (hash, id);

CREATE FUNCTION request_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = edgeone_purge, pg_temp AS $$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.hash := sha256(convert_to(NEW.plan, 'UTF8'));
    NEW.asked_by := session_user;
    NEW.asked_at := moment;
    NEW.until := moment + NEW.minutes * interval '1 minute';
    NEW.state := 'waiting';
    NEW.decided_by := NULL;
    NEW.decided_at := NULL;
    NEW.job_id := NULL;
    NEW.told := false;
    RETURN NEW;
  ELSIF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'requests stay' USING ERRCODE = 'EP001';
  END IF;
  IF (NEW.id, NEW.plan, NEW.hash, NEW.asked_by, NEW.asked_at, NEW.person, NEW.host, NEW.account, NEW.note, NEW.minutes)
      IS DISTINCT FROM
      (OLD.id, OLD.plan, OLD.hash, OLD.asked_by, OLD.asked_at, OLD.person, OLD.host, OLD.account, OLD.note, OLD.minutes)
      OR OLD.hash <> sha256(convert_to(OLD.plan, 'UTF8')) THEN
    RAISE EXCEPTION 'what was asked does not change' USING ERRCODE = 'EP001';
  END IF;
  IF NEW.state = OLD.state THEN
    IF session_user <> OLD.asked_by
        OR (NEW.until, NEW.decided_by, NEW.decided_at, NEW.job_id)
          IS DISTINCT FROM (OLD.until, OLD.decided_by, OLD.decided_at, OLD.job_id) THEN
      RAISE EXCEPTION 'nothing of a request changes but by a decision' USING ERRCODE = 'EP001';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state NOT IN ('waiting', 'released') OR OLD.until <= moment THEN
    RAISE EXCEPTION 'request % is no longer open', OLD.id USING ERRCODE = 'EP003';
  END IF;
  NEW.told := false;
  CASE NEW.state
    WHEN 'released' THEN
      IF session_user = OLD.asked_by THEN
        RAISE EXCEPTION 'nobody releases a request of their own' USING ERRCODE = 'EP002';
      END IF;
      NEW.decided_by := session_user;
      NEW.decided_at := moment;
      NEW.until := moment + OLD.minutes * interval '1 minute';
      NEW.job_id := NULL;
    WHEN 'declined' THEN
      NEW.decided_by := session_user;
      NEW.decided_at := moment;
      NEW.until := OLD.until;
      NEW.job_id := NULL;
    WHEN 'taken' THEN
      IF OLD.state <> 'released' OR session_user <> OLD.asked_by OR NEW.job_id IS NULL THEN
        RAISE EXCEPTION 'request % is not released', OLD.id USING ERRCODE = 'EP003';
      END IF;
      NEW.decided_by := OLD.decided_by;
      NEW.decided_at := OLD.decided_at;
      NEW.until := OLD.until;
    ELSE
      RAISE EXCEPTION 'a request does not wait again' USING ERRCODE = 'EP001';
  END CASE;
  RETURN NEW;
END $$;

CREATE TRIGGER request_guard BEFORE INSERT OR UPDATE OR DELETE ON request FOR EACH ROW EXECUTE FUNCTION request_guard();
CREATE TRIGGER request_stays BEFORE TRUNCATE ON request FOR EACH STATEMENT EXECUTE FUNCTION request_guard();

-- Requests as they are now: one whose time has passed is neither waiting nor released.
CREATE VIEW request_now AS
  SELECT request.*,
    CASE WHEN state IN ('waiting', 'released') AND until <= clock_timestamp() THEN 'expired' ELSE state END AS state_now,
    asked_by = session_user AS mine
  FROM request;

-- Asks for a release, unless the same was asked for already. The end of an earlier request is told once before
-- the same can be asked for anew; "anew" asks whatever became of earlier ones.
CREATE FUNCTION request_ask(its_plan text, its_minutes integer, its_person text, its_host text, its_account text,
  its_note text, anew boolean) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = edgeone_purge, pg_temp AS $$
DECLARE
  its_hash bytea := sha256(convert_to(its_plan, 'UTF8'));
  found request;
  asked bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('edgeone_purge.request'), hashtext(encode(its_hash, 'hex') || session_user));
  SELECT * INTO found FROM request WHERE hash = its_hash AND asked_by = session_user ORDER BY id DESC LIMIT 1;
  IF found.state IN ('waiting', 'released') AND found.until > clock_timestamp() THEN
    RETURN found.id;
  END IF;
  IF found.id IS NOT NULL AND NOT anew AND NOT found.told AND found.until > clock_timestamp() - interval '1 day' THEN
    UPDATE request SET told = true WHERE id = found.id;
    RETURN found.id;
  END IF;
  INSERT INTO request (plan, hash, asked_by, asked_at, person, host, account, note, minutes, until, state)
    VALUES (its_plan, its_hash, session_user, clock_timestamp(), its_person, its_host, its_account, its_note,
      its_minutes, clock_timestamp(), 'waiting')
    RETURNING id INTO asked;
  PERFORM pg_notify('edgeone_purge_request', asked::text);
  RETURN asked;
END $$;

-- Decides about a request; "its_hash" is that of the plan as it was shown.
CREATE FUNCTION request_decide(its_id bigint, its_hash bytea, decision text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = edgeone_purge, pg_temp AS $$
BEGIN
  IF decision NOT IN ('released', 'declined') THEN
    RAISE EXCEPTION 'no such decision' USING ERRCODE = 'EP001';
  END IF;
  UPDATE request SET state = decision
    WHERE id = its_id AND hash = its_hash AND state IN ('waiting', 'released') AND state <> decision;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'request % is no longer open', its_id USING ERRCODE = 'EP003';
  END IF;
  PERFORM pg_notify('edgeone_purge_request', its_id::text);
END $$;

-- Takes released requests for the jobs that are about to be recorded: all of them, or none.
CREATE FUNCTION request_take(ids bigint[], hashes bytea[], jobs text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = edgeone_purge, pg_temp AS $$
BEGIN
  FOR i IN 1 .. cardinality(ids) LOOP
    UPDATE request SET state = 'taken', job_id = jobs[i]
      WHERE id = ids[i] AND hash = hashes[i] AND state = 'released';
    IF NOT FOUND THEN
      RAISE EXCEPTION 'request % is not released', ids[i] USING ERRCODE = 'EP003';
    END IF;
  END LOOP;
END $$;

REVOKE ALL ON FUNCTION request_ask(text, integer, text, text, text, text, boolean),
  request_decide(bigint, bytea, text), request_take(bigint[], bytea[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION request_ask(text, integer, text, text, text, text, boolean),
  request_decide(bigint, bytea, text), request_take(bigint[], bytea[], text[]) TO edgeone_purge_publisher;
