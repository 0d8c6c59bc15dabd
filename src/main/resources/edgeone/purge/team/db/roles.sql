-- Roles and schema of a team's history. Run all of it in the team's database, as a superuser or as one who may create
-- roles and who owns the database. It can be run again: it does only what is left to do.
BEGIN;

SELECT pg_advisory_xact_lock(5166831203);

DO $roles$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['edgeone_purge_owner', 'edgeone_purge_publisher', 'edgeone_purge_reader'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', name);
    END IF;
  END LOOP;
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    BEGIN
      EXECUTE format('GRANT edgeone_purge_owner TO %I', current_user);
    EXCEPTION WHEN insufficient_privilege OR invalid_grant_operation THEN
      NULL; -- SET ROLE below tells whether the membership is there.
    END;
  END IF;
  IF to_regnamespace('edgeone_purge') IS NULL THEN
    EXECUTE format('GRANT CREATE ON DATABASE %I TO edgeone_purge_owner', current_database());
    CREATE SCHEMA edgeone_purge AUTHORIZATION edgeone_purge_owner;
  END IF;
END
$roles$;

SET LOCAL ROLE edgeone_purge_owner;
SET LOCAL search_path = edgeone_purge;

GRANT USAGE ON SCHEMA edgeone_purge TO edgeone_purge_publisher, edgeone_purge_reader;

ALTER DEFAULT PRIVILEGES IN SCHEMA edgeone_purge
  GRANT SELECT ON TABLES TO edgeone_purge_publisher, edgeone_purge_reader;

CREATE TABLE IF NOT EXISTS edgeone_purge.schema_version (
  version integer PRIMARY KEY,
  by_user text NOT NULL DEFAULT session_user,
  at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
