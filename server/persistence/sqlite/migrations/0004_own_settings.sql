-- What people decide about themselves, and sessions that their person can name and end.
ALTER TABLE app_user ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';
ALTER TABLE app_user ADD COLUMN mail_rhythm TEXT NOT NULL DEFAULT 'daily';
ALTER TABLE app_user ADD COLUMN mail_events TEXT NOT NULL DEFAULT 'promise_moved,delay,shipped,delivered,message';
ALTER TABLE app_user ADD COLUMN quiet_from INTEGER; -- minutes of the day
ALTER TABLE app_user ADD COLUMN quiet_until INTEGER;

-- `public_id` is drawn by itself: it says nothing about the token. A session that its person ended from elsewhere stays
-- until it would have ended anyway, so that its device can be told to erase its copy.
CREATE TABLE session_with_id(
  token_hash BLOB PRIMARY KEY, public_id TEXT NOT NULL DEFAULT (lower(hex(randomblob(16)))), user_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, ended_at INTEGER,
  user_agent TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
INSERT INTO session_with_id(token_hash, user_id, created_at, seen_at, user_agent)
  SELECT token_hash, user_id, created_at, seen_at, user_agent FROM session;
DROP TABLE session;
ALTER TABLE session_with_id RENAME TO session;
CREATE UNIQUE INDEX session_by_public_id ON session(public_id);
CREATE INDEX session_by_user ON session(user_id);
CREATE INDEX session_by_created_at ON session(created_at);
