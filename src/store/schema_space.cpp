#include "store/fold_space.h"

namespace linli::store {

// Conventions of every area: names are those of docs/GLOSSARY.md; days are days since 1970;
// enums are stored as their wire words; `seq` is the position of the bundle, 0 = pending.
// Tables named *_private hold what comes from private payloads, *_local what only this
// replica knows; both are left out of the state hash.
const char* const schema_space = R"sql(
CREATE TABLE space(
  space TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  founder TEXT NOT NULL,
  replica TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE replica(
  replica TEXT PRIMARY KEY NOT NULL,
  public_key TEXT NOT NULL,
  role TEXT NOT NULL,
  invite TEXT,
  revoked INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE invite(
  invite TEXT PRIMARY KEY NOT NULL,
  secret_hash TEXT NOT NULL,
  role TEXT NOT NULL,
  expires_day INTEGER NOT NULL,
  device TEXT,
  renews TEXT,
  used_by TEXT
) WITHOUT ROWID;

CREATE TABLE staff(
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  since_day INTEGER NOT NULL,
  PRIMARY KEY(person, role)
) WITHOUT ROWID;

CREATE TABLE organisation(
  organisation TEXT PRIMARY KEY NOT NULL,
  layer TEXT NOT NULL,
  name TEXT NOT NULL,
  parent TEXT
) WITHOUT ROWID;

CREATE TABLE site(
  site TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  neighbourhood TEXT,
  organisation TEXT
) WITHOUT ROWID;

CREATE TABLE room(
  room TEXT PRIMARY KEY NOT NULL,
  site TEXT NOT NULL,
  name TEXT NOT NULL,
  seats INTEGER
) WITHOUT ROWID;
CREATE INDEX room_by_site ON room(site, room);

CREATE TABLE team(
  team TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  parent TEXT
) WITHOUT ROWID;

CREATE TABLE team_membership(
  team TEXT NOT NULL,
  person TEXT NOT NULL,
  since_day INTEGER NOT NULL,
  PRIMARY KEY(team, person)
) WITHOUT ROWID;
CREATE INDEX team_membership_by_person ON team_membership(person, team);

CREATE TABLE service_kind(
  service_kind TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  default_minutes INTEGER NOT NULL,
  points_permille INTEGER NOT NULL,
  professional INTEGER NOT NULL,
  course TEXT
) WITHOUT ROWID;

CREATE TABLE campaign(
  campaign TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  target_person_times INTEGER
) WITHOUT ROWID;

CREATE TABLE undone_import(
  import_id TEXT PRIMARY KEY NOT NULL,
  day INTEGER NOT NULL
) WITHOUT ROWID;
)sql";

}  // namespace linli::store
