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
  taken        bigint[] NOT NULL,                   -- the last 20 slots, newest first, in microseconds since 1970
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
    UPDATE pace SET taken = (
        SELECT coalesce((array_agg(t ORDER BY t DESC))[1:20], '{}') FROM pace p, unnest(p.taken) t
        WHERE p.account = ANY (accounts) AND p.action = pace.action)
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
    INSERT INTO pace VALUES (its_account, its_action, '{}', full_speed,
      clock_timestamp(), NULL, full_speed, NULL) ON CONFLICT DO NOTHING;
    SELECT * INTO r FROM pace WHERE account = its_account AND action = its_action FOR UPDATE;
  END IF;
  moment := clock_timestamp();
  IF r.taken[1] > extract(epoch FROM moment) * 1000000 + 10000000 THEN
    -- The clock was set back, which must not hold everybody up: as if a full window had just left.
    r.taken := array_fill((extract(epoch FROM moment) * 1000000)::bigint, ARRAY[20]);
  END IF;
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

-- Takes up to "wanted" slots. All times are microseconds since 1970 by the database's clock. No more than 20 are in
-- any window slightly over a second; within it they are closer together than that, so that what was missed is caught up.
-- "missed" are slots of the caller that were not used in time: instead of them their requests left at "instead", or,
-- where that is null, not at all. Who asks while much is taken already gets one slot, so that nobody holds others up.
CREATE FUNCTION pace_take(its_endpoint text, its_fingerprint text, its_action text, wanted integer,
  missed bigint[], instead bigint[], OUT now_micros bigint, OUT slots bigint[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = edgeone_purge, pg_temp AS $$
DECLARE
  r pace;
  burst integer;
  span bigint;
  apart bigint;
  slot bigint;
BEGIN
  r := pace_now(pace_account_of(its_endpoint, its_fingerprint), its_action);
  now_micros := extract(epoch FROM clock_timestamp()) * 1000000;
  IF cardinality(missed) > 0 THEN
    r.taken := (SELECT coalesce((array_agg(t ORDER BY t DESC))[1:20], '{}') FROM (
      SELECT t FROM unnest(r.taken) t WHERE t <> ALL (missed)
      UNION ALL
      SELECT least(i, now_micros) FROM unnest(missed, instead) late(m, i)
        WHERE i IS NOT NULL AND m = ANY (r.taken)) every(t));
  END IF;
  burst := least(greatest(floor(r.per_second), 1), 20);
  span := burst * 1020000 / r.per_second;
  apart := CASE WHEN burst = 1 THEN span ELSE 600000 / r.per_second END;
  slots := '{}';
  LOOP
    -- greatest() passes over what is null.
    slot := greatest(now_micros, r.taken[1] + apart, r.taken[burst] + span);
    EXIT WHEN cardinality(slots) >= least(wanted, 5) AND cardinality(slots) > 0
      OR cardinality(slots) > 0 AND slot > now_micros + 1000000;
    slots := slots || slot;
    r.taken := slot || r.taken[1:19];
  END LOOP;
  UPDATE pace SET taken = r.taken, per_second = r.per_second,
      changed_at = r.changed_at, ceiling = r.ceiling, ceiling_ends = r.ceiling_ends
    WHERE account = r.account AND action = r.action;
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
      taken = r.taken, ceiling = r.ceiling, ceiling_ends = r.ceiling_ends
    WHERE account = r.account AND action = r.action;
END $$;

REVOKE ALL ON FUNCTION pace_account_of(text, text), pace_now(bigint, text), pace_sees(text, text, text[]),
  pace_take(text, text, text, integer, bigint[], bigint[]), pace_slow(text, text, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pace_sees(text, text, text[]), pace_take(text, text, text, integer, bigint[], bigint[]),
  pace_slow(text, text, text, integer) TO edgeone_purge_publisher;
