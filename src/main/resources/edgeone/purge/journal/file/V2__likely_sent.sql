-- EdgeOne's clock at the earliest send that is not settled, as far as it was known then; look_from is the same at the earliest.
ALTER TABLE batch ADD COLUMN likely_sent INTEGER;
