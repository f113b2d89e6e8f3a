#include "store/fold_shop.h"

namespace linli::store {

// `reserved` pieces are placed and not yet handed over. A refused redemption keeps its row,
// because its goods may have been handed over before the refusal was known.
const char* const schema_shop = R"sql(
CREATE TABLE item(
  item TEXT PRIMARY KEY NOT NULL,
  item_kind TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT,
  purse TEXT NOT NULL,
  price INTEGER NOT NULL,
  cost_fen INTEGER,
  shelf TEXT NOT NULL,
  stock INTEGER NOT NULL,
  reserved INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX item_by_name ON item(name, item);

CREATE TABLE redemption(
  redemption TEXT PRIMARY KEY NOT NULL,
  item TEXT NOT NULL,
  person TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  purse TEXT NOT NULL,
  amount INTEGER NOT NULL,
  code_hash TEXT NOT NULL,
  state TEXT NOT NULL,
  refusal TEXT,
  placed_day INTEGER NOT NULL,
  placed_by TEXT NOT NULL,
  closed_day INTEGER,
  closed_by TEXT
) WITHOUT ROWID;
CREATE INDEX redemption_open ON redemption(placed_day, redemption) WHERE state = 'placed';
CREATE INDEX redemption_by_person ON redemption(person, placed_day, redemption);
)sql";

}  // namespace linli::store
