#include "store/fold_person.h"

namespace linli::store {

// `roles` and `categories` are sets, one bit for each word of the enum in its order.
// `details_operation` is the operation whose private payload says who this is. Every person
// has one row in person_private, empty where this replica has no need of the name;
// `row` is a short name for it in the search index. search_private holds every way
// to begin typing: parts of the name, pinyin initials, phone, its tail, cards.
const char* const schema_person = R"sql(
CREATE TABLE person(
  person TEXT PRIMARY KEY NOT NULL,
  roles INTEGER NOT NULL,
  birth_year INTEGER,
  gender TEXT NOT NULL,
  categories INTEGER NOT NULL,
  volunteer_kind TEXT,
  site TEXT,
  availability INTEGER,
  import_id TEXT,
  registered_day INTEGER NOT NULL,
  details_operation TEXT NOT NULL,
  merged_into TEXT,
  erased INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX person_by_site ON person(site, person);
CREATE INDEX person_by_merged ON person(merged_into, person) WHERE merged_into IS NOT NULL;
CREATE INDEX person_by_import ON person(import_id, person) WHERE import_id IS NOT NULL;

CREATE TABLE person_private(
  row INTEGER PRIMARY KEY,
  person TEXT NOT NULL UNIQUE,
  initials TEXT NOT NULL,
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  address TEXT NOT NULL,
  emergency_contact TEXT NOT NULL,
  identity_number TEXT NOT NULL,
  note TEXT NOT NULL,
  roles INTEGER NOT NULL,
  categories INTEGER NOT NULL,
  listed INTEGER NOT NULL
);
CREATE INDEX person_private_list ON person_private(initials, name, row, roles, categories, person)
  WHERE listed = 1;
CREATE INDEX person_private_phone ON person_private(phone, row) WHERE phone <> '';
CREATE INDEX person_private_name ON person_private(name, row) WHERE name <> '';

CREATE TABLE search_private(
  part TEXT NOT NULL,
  row INTEGER NOT NULL,
  PRIMARY KEY(part, row)
) WITHOUT ROWID;
CREATE INDEX search_private_by_row ON search_private(row, part);

CREATE TABLE person_skill(
  service_kind TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY(service_kind, person)
) WITHOUT ROWID;
CREATE INDEX person_skill_by_person ON person_skill(person, service_kind);

CREATE TABLE consent(
  person TEXT NOT NULL,
  purpose TEXT NOT NULL,
  notice_version INTEGER NOT NULL,
  given_day INTEGER NOT NULL,
  withdrawn_day INTEGER,
  PRIMARY KEY(person, purpose)
) WITHOUT ROWID;

CREATE TABLE card(
  card_number TEXT PRIMARY KEY NOT NULL,
  person TEXT NOT NULL,
  issued_day INTEGER NOT NULL,
  replaced INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX card_by_person ON card(person, card_number);

CREATE TABLE course(
  course TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE training(
  person TEXT NOT NULL,
  course TEXT NOT NULL,
  completed_day INTEGER NOT NULL,
  session TEXT,
  PRIMARY KEY(person, course)
) WITHOUT ROWID;
)sql";

}  // namespace linli::store
