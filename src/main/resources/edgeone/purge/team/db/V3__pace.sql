-- One pace for a team. See src/docs/decisions/0013-a-team-s-pace-and-two-people.md.
-- Only the functions here touch these tables, and by the database's clock alone.

-- What one key has a zone in common with is the same account of EdgeOne, whatever it is called on each machine.
CREATE TABLE pace_account (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY
);

CREATE TABLE pace_key (
  endpoint    text NOT NULL,
  fingerprint text NOT NULL,
  account     bigint NOT NULL REFERENCES pace_account,
  PRIMARY KEY (endpoint, fingerprint)
);

CREATE TABLE pace_zone (
  zone_id text PRIMARY KEY,
  account bigint NOT NULL REFERENCES pace_account
);

-- Unlogged: a slot need not survive a crash, and taking one need not wait for the disk.
CREATE UNLOGGED TABLE pace (
  account      bigint NOT NULL,
  action       text NOT NULL,
  next_at      timestamptz NOT NULL,                -- the first slot that nobody has
  per_second   numeric NOT NULL,
  changed_at   timestamptz NOT NULL,
  throttled_at timestamptz,                         -- when EdgeOne last asked to slow down
  ceiling      numeric NOT NULL,                    -- a limit EdgeOne named
  ceiling_ends timestamptz,
  PRIMARY KEY (account, action)
) WITH (fillfactor = 20);

-- The account of a key, a new one for a key never seen.
CREATE FUNCTION pace_account_of(its_endpoint text, its_fingerprint text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = edgeone_purge, pg_temp AS $$
DECLARE
  found_account bigint;
BEGIN
  SELECT account INTO found_account FROM pace_key
    WHERE endpoint = its_endpoint AND fingerprint = its_fingerprint;
  IF found_account IS NULL THEN
    PERFORM pg_advisory_xact_lock(hashtext('edgeone_purge.pace_key'));
    SELECT account INTO found_account FROM pace_key
      WHERE endpoint = its_endpoint AND fingerprint = its_fingerprint;
    IF found_account IS NULL THEN
      INSERT INTO pace_account DEFAULT VALUES RETURNING id INTO found_account;
      INSERT INTO pace_key VALUES (its_endpoint, its_fingerprint, found_account);
    END IF;
  END IF;
  RETURN found_account;
END $$;

-- Tells which zones a key sees. Accounts that turn out to be one are joined; the oldest remains.
CREATE FUNCTION pace_sees(its_endpoint text, its_fingerprint text, zones text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = edgeone_purge, pg_temp AS $$
DECLARE
  accounts bigint[];
  joined bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('edgeone_purge.pace_key'));
  SELECT array_agg(DISTINCT account) INTO accounts FROM (
    SELECT pace_account_of(its_endpoint, its_fingerprint) AS account
    UNION SELECT account FROM pace_zone WHERE zone_id = ANY (zones)) every;
  SELECT min(a) INTO joined FROM unnest(accounts) a;
  INSERT INTO pace_zone SELECT DISTINCT z, joined FROM unnest(zones) z ON CONFLICT DO NOTHING;
  IF cardinality(accounts) > 1 THEN
    UPDATE pace_zone SET account = joined WHERE account = ANY (accounts) AND account <> joined;
    UPDATE pace_key SET account = joined WHERE account = ANY (accounts) AND account <> joined;
    -- Whatever slots were given out to the others count here too.
    UPDATE pace SET next_at = greatest(next_at, (
        SELECT max(p.next_at) FROM pace p WHERE p.account = ANY (accounts) AND p.action = pace.action))
      WHERE account = joined;
    DELETE FROM pace WHERE account = ANY (accounts) AND account <> joined;
    DELETE FROM pace_account WHERE id = ANY (accounts) AND id <> joined;
  END IF;
END $$;

-- The row of an account and action, locked, with what the passing of time has changed.
CREATE FUNCTION pace_now(its_account bigint, its_action text) RETURNS pace
LANGUAGE plpgsql SECURITY DEFINER SET search_path = edgeone_purge, pg_temp AS $$
DECLARE
  full_speed CONSTANT numeric := 20;
  r pace;
  moment timestamptz;
  highest numeric;
  steps bigint;
BEGIN
  SELECT * INTO r FROM pace WHERE account = its_account AND action = its_action FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO pace VALUES (its_account, its_action, clock_timestamp(), full_speed,
      clock_timestamp(), NULL, full_speed, NULL) ON CONFLICT DO NOTHING;
    SELECT * INTO r FROM pace WHERE account = its_account AND action = its_action FOR UPDATE;
  END IF;
  moment := clock_timestamp();
  -- A clock that was set back must not hold everybody up.
  r.next_at := least(r.next_at, moment + interval '10 s');
  r.changed_at := least(r.changed_at, moment);
  IF r.ceiling_ends IS NULL OR r.ceiling_ends <= moment
      OR r.ceiling_ends > moment + interval '300 s' THEN
    r.ceiling := full_speed;
    r.ceiling_ends := NULL;
  END IF;
  highest := least(full_speed, r.ceiling);
  IF r.per_second < highest THEN
    steps := floor(extract(epoch FROM moment - r.changed_at) / 5);
    r.per_second := least(highest, r.per_second + steps);
    r.changed_at := r.changed_at + steps * interval '5 s';
  ELSE
    r.per_second := highest;
    r.changed_at := moment;
  END IF;
  RETURN r;
END $$;

-- Takes up to "wanted" slots, an equal distance apart. All times are microseconds by the database's clock.
-- Who asks while much is taken already gets one, so that nobody holds the others up.
CREATE FUNCTION pace_take(its_endpoint text, its_fingerprint text, its_action text, wanted integer,
  OUT now_micros bigint, OUT first_micros bigint, OUT apart_micros bigint, OUT slots integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = edgeone_purge, pg_temp AS $$
DECLARE
  -- Slots are this much further apart than the limit requires, for what comes between slot and server.
  slack CONSTANT numeric := 1.02;
  r pace;
  moment timestamptz;
  first_at timestamptz;
  apart interval;
BEGIN
  r := pace_now(pace_account_of(its_endpoint, its_fingerprint), its_action);
  moment := clock_timestamp();
  first_at := greatest(r.next_at, moment);
  slots := CASE WHEN first_at > moment + interval '1 s' THEN 1 ELSE least(greatest(wanted, 1), 5) END;
  apart := make_interval(secs => (slack / r.per_second)::double precision);
  UPDATE pace SET next_at = first_at + slots * apart, per_second = r.per_second,
      changed_at = r.changed_at, ceiling = r.ceiling, ceiling_ends = r.ceiling_ends
    WHERE account = r.account AND action = r.action;
  now_micros := extract(epoch FROM moment) * 1000000;
  first_micros := extract(epoch FROM first_at) * 1000000;
  apart_micros := extract(epoch FROM apart) * 1000000;
END $$;

-- EdgeOne asked to slow down: to the limit it named if that is lower, else to half. Requests in flight
-- together are refused together; that counts once.
CREATE FUNCTION pace_slow(its_endpoint text, its_fingerprint text, its_action text, named integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = edgeone_purge, pg_temp AS $$
DECLARE
  r pace;
  moment timestamptz;
BEGIN
  r := pace_now(pace_account_of(its_endpoint, its_fingerprint), its_action);
  moment := clock_timestamp();
  IF named >= 1 AND named < 20 THEN
    r.ceiling := named;
    r.ceiling_ends := moment + interval '300 s';
  END IF;
  IF named >= 1 AND named < r.per_second THEN
    r.per_second := named;
  ELSIF r.throttled_at IS NULL OR r.throttled_at NOT BETWEEN moment - interval '1 s' AND moment THEN
    r.per_second := greatest(1, r.per_second / 2);
    r.throttled_at := moment;
  END IF;
  UPDATE pace SET per_second = r.per_second, changed_at = moment, throttled_at = r.throttled_at,
      ceiling = r.ceiling, ceiling_ends = r.ceiling_ends,
      next_at = greatest(r.next_at, moment + make_interval(secs => (1 / r.per_second)::double precision))
    WHERE account = r.account AND action = r.action;
END $$;

REVOKE ALL ON FUNCTION pace_account_of(text, text), pace_now(bigint, text) FROM PUBLIC;
