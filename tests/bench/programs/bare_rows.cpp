#include "bench/programs/bare_rows.h"

#include <sqlite3.h>

#include "base/check.h"

namespace linli::bench {
namespace {

std::string text_of(sqlite3_stmt* row, int column) {
  return reinterpret_cast<const char*>(sqlite3_column_text(row, column));
}

sqlite3_stmt* prepared(sqlite3* database, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  CHECK(sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
  return statement;
}

void run(sqlite3* database, const std::string& sql) {
  CHECK(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
}

}  // namespace

BareRows::BareRows(sqlite3* folded) {
  sqlite3_stmt* row = prepared(
      folded,
      "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name");
  while (sqlite3_step(row) == SQLITE_ROW) {
    schema_.push_back(text_of(row, 2));
    if (text_of(row, 0) == "table") read(folded, text_of(row, 1));
  }
  sqlite3_finalize(row);
}

void BareRows::read(sqlite3* folded, const std::string& name) {
  Table table;
  sqlite3_stmt* row = prepared(folded, "SELECT * FROM " + name);
  table.columns = static_cast<size_t>(sqlite3_column_count(row));
  std::string marks = "?";
  for (size_t i = 1; i < table.columns; ++i) marks += ", ?";
  table.insert = "INSERT INTO " + name + " VALUES(" + marks + ")";
  while (sqlite3_step(row) == SQLITE_ROW) {
    ++rows_;
    for (int column = 0; column < static_cast<int>(table.columns); ++column) {
      const int type = sqlite3_column_type(row, column);
      Cell cell{type, sqlite3_column_int64(row, column)};
      if (type == SQLITE_TEXT || type == SQLITE_BLOB) {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row, column));
        cell.value = sqlite3_column_bytes(row, column);
        table.bytes.append(bytes, static_cast<size_t>(cell.value));
      }
      table.cells.push_back(cell);
    }
  }
  sqlite3_finalize(row);
  tables_.push_back(std::move(table));
}

double BareRows::insert(base::Env& env) const {
  sqlite3* database = nullptr;
  CHECK(sqlite3_open(":memory:", &database) == SQLITE_OK);
  for (const std::string& sql : schema_) run(database, sql);
  const double begin = env.monotonic_seconds();
  run(database, "BEGIN");
  for (const Table& table : tables_) {
    sqlite3_stmt* insert = prepared(database, table.insert);
    const char* bytes = table.bytes.data();
    for (size_t at = 0; at < table.cells.size();) {
      for (int column = 1; column <= static_cast<int>(table.columns); ++column, ++at) {
        const Cell& cell = table.cells[at];
        if (cell.type == SQLITE_INTEGER) {
          sqlite3_bind_int64(insert, column, cell.value);
        } else if (cell.type == SQLITE_NULL) {
          sqlite3_bind_null(insert, column);
        } else {
          const auto length = static_cast<int>(cell.value);
          if (cell.type == SQLITE_TEXT) {
            sqlite3_bind_text(insert, column, bytes, length, SQLITE_STATIC);
          } else {
            sqlite3_bind_blob(insert, column, bytes, length, SQLITE_STATIC);
          }
          bytes += length;
        }
      }
      CHECK(sqlite3_step(insert) == SQLITE_DONE);
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
  }
  run(database, "COMMIT");
  const double seconds = env.monotonic_seconds() - begin;
  CHECK(sqlite3_close(database) == SQLITE_OK);
  return seconds;
}

}  // namespace linli::bench
