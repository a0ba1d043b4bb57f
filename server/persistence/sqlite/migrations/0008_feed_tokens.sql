-- A token with a feed delivers to that feed and reads nothing; its account is 0.
ALTER TABLE api_token ADD COLUMN feed TEXT NOT NULL DEFAULT '';
