#include "store/fold_ledger.h"

namespace linli::store {

// `account` keeps the sums of `transfer` and of open holds, so that a balance is one row;
// query_ledger checks that they agree. A hold is open, then posted (whole or in part) or
// voided. `earned` counts the minutes credited for service, for caps and gates.
const char* const schema_ledger = R"sql(
CREATE TABLE account(
  owner TEXT NOT NULL,
  purse TEXT NOT NULL,
  kind TEXT NOT NULL,
  posted INTEGER NOT NULL,
  held INTEGER NOT NULL,
  carried_parts INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(owner, purse)
) WITHOUT ROWID;

CREATE TABLE transfer(
  number INTEGER PRIMARY KEY NOT NULL,
  transfer TEXT NOT NULL UNIQUE,
  purse TEXT NOT NULL,
  debit TEXT NOT NULL,
  credit TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK(amount > 0),
  reason TEXT NOT NULL,
  subject TEXT NOT NULL,
  operation TEXT NOT NULL,
  day INTEGER NOT NULL,
  policy TEXT,
  reverses TEXT,
  CHECK(debit <> credit)
);
CREATE INDEX transfer_by_debit ON transfer(debit, purse, number);
CREATE INDEX transfer_by_credit ON transfer(credit, purse, number);
CREATE INDEX transfer_by_subject ON transfer(subject, number) WHERE subject <> '';
CREATE UNIQUE INDEX transfer_by_reversed ON transfer(reverses) WHERE reverses IS NOT NULL;

CREATE TABLE hold(
  subject TEXT NOT NULL,
  part TEXT NOT NULL,
  purse TEXT NOT NULL,
  debit TEXT NOT NULL,
  credit TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK(amount > 0),
  posted INTEGER NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  operation TEXT NOT NULL,
  day INTEGER NOT NULL,
  PRIMARY KEY(subject, part)
) WITHOUT ROWID;
CREATE INDEX hold_open ON hold(debit, purse, subject) WHERE state = 'open';

CREATE TABLE earned(
  person TEXT NOT NULL,
  year INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  PRIMARY KEY(person, year)
) WITHOUT ROWID;

CREATE TABLE fund(
  fund TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  source TEXT NOT NULL
) WITHOUT ROWID;
)sql";

}  // namespace linli::store
