// All rows of a folded database, held in memory and inserted into an empty one with the same
// tables and indexes: what SQLite alone takes for the rows that a fold makes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/env.h"

struct sqlite3;

namespace linli::bench {

class BareRows {
 public:
  explicit BareRows(sqlite3* folded);
  // Seconds that the inserts take, each row bound and stepped by itself, in one transaction.
  double insert(base::Env& env) const;
  int64_t count() const { return rows_; }

 private:
  struct Cell {
    int type;
    int64_t value;  // of an integer; of a text or blob, its length
  };
  struct Table {
    std::string insert;
    size_t columns = 0;
    std::vector<Cell> cells;
    std::string bytes;  // texts and blobs, one after the other
  };
  void read(sqlite3* folded, const std::string& name);

  std::vector<std::string> schema_;
  std::vector<Table> tables_;
  int64_t rows_ = 0;
};

}  // namespace linli::bench
