CREATE TABLE IF NOT EXISTS space (
  space TEXT NOT NULL PRIMARY KEY,
  seq BIGINT NOT NULL,
  head TEXT NOT NULL,
  epoch BIGINT NOT NULL,
  cursor BIGINT NOT NULL,
  bytes BIGINT NOT NULL
);

CREATE TABLE IF NOT EXISTS replica (
  space TEXT NOT NULL,
  replica TEXT NOT NULL,
  public_key TEXT NOT NULL,
  role TEXT NOT NULL,
  number BIGINT NOT NULL,
  hash TEXT NOT NULL,
  revoked_seq BIGINT NOT NULL,
  bundles_after_revocation BIGINT NOT NULL,
  PRIMARY KEY (space, replica)
);

CREATE TABLE IF NOT EXISTS bundle (
  space TEXT NOT NULL,
  seq BIGINT NOT NULL,
  replica TEXT NOT NULL,
  number BIGINT NOT NULL,
  hash TEXT NOT NULL,
  head TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (space, seq),
  UNIQUE (space, replica, number),
  UNIQUE (space, hash)
);

CREATE TABLE IF NOT EXISTS fork (
  space TEXT NOT NULL,
  replica TEXT NOT NULL,
  number BIGINT NOT NULL,
  hash TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (space, replica, number, hash)
);

CREATE TABLE IF NOT EXISTS invite (
  space TEXT NOT NULL,
  invite TEXT NOT NULL,
  secret_hash TEXT NOT NULL,
  role TEXT NOT NULL,
  expires_day TEXT NOT NULL,
  used_by TEXT NOT NULL,
  PRIMARY KEY (space, invite)
);
CREATE INDEX IF NOT EXISTS invite_by_id ON invite (invite, space);

CREATE TABLE IF NOT EXISTS commitment (
  space TEXT NOT NULL,
  commitment TEXT NOT NULL,
  erased BIGINT NOT NULL,
  PRIMARY KEY (space, commitment)
);

CREATE TABLE IF NOT EXISTS payload (
  space TEXT NOT NULL,
  cursor BIGINT NOT NULL,
  commitment TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (space, cursor),
  UNIQUE (space, commitment)
);
