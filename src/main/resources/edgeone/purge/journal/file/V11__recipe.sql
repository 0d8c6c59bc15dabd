-- The recipe it was filled in from; its name at that time.
ALTER TABLE job ADD COLUMN recipe TEXT;
