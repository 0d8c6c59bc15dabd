-- The newest jobs in a state, without reading all that were ever in it.
CREATE INDEX job_state ON job (state, created_at, number);
