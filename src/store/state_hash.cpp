#include "store/state_hash.h"

#include <vector>

#include <sqlite3.h>

#include "base/crypto.h"

namespace linli::store {
namespace {

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

std::vector<std::string> texts(Database& state, const char* sql, std::string_view argument) {
  std::vector<std::string> found;
  Statement& rows = state.prepare(sql);
  if (!argument.empty()) rows.bind(argument);
  while (rows.step()) found.emplace_back(rows.text(0));
  return found;
}

std::string join(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) {
    if (!list.empty()) list += ", ";
    list += name;
  }
  return list;
}

// Type and length stand before each value, so that no two rows have the same bytes.
void add_value(base::Sha256Stream& stream, sqlite3_stmt* row, int column) {
  const int type = sqlite3_column_type(row, column);
  std::string value;
  if (type == SQLITE_INTEGER) {
    value = std::to_string(sqlite3_column_int64(row, column));
  } else if (type != SQLITE_NULL) {
    const void* bytes = sqlite3_column_blob(row, column);
    const int size = sqlite3_column_bytes(row, column);
    if (size > 0) value.assign(static_cast<const char*>(bytes), static_cast<size_t>(size));
  }
  stream.update(std::to_string(type) + ":" + std::to_string(value.size()) + ":");
  stream.update(value);
}

void add_table(base::Sha256Stream& stream, Database& state, const std::string& table) {
  const std::vector<std::string> columns =
      texts(state, "SELECT name FROM pragma_table_info(?) ORDER BY cid", table);
  const std::vector<std::string> keys =
      texts(state, "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", table);
  CHECK(!columns.empty() && !keys.empty());
  // Names come from our own schema.
  const std::string sql = "SELECT " + join(columns) + " FROM " + table + " ORDER BY " + join(keys);
  sqlite3_stmt* rows = nullptr;
  CHECK(sqlite3_prepare_v2(state.handle(), sql.c_str(), -1, &rows, nullptr) == SQLITE_OK);
  stream.update("table " + table + "\n");
  while (sqlite3_step(rows) == SQLITE_ROW) {
    for (int column = 0; column < static_cast<int>(columns.size()); ++column) {
      add_value(stream, rows, column);
    }
    stream.update("\n");
  }
  sqlite3_finalize(rows);
}

std::string finished(base::Sha256Stream& stream) {
  const base::Sha256 hash = stream.finish();
  return base::hex(hash.data(), hash.size());
}

}  // namespace

std::string state_hash(Database& state) {
  base::Sha256Stream stream;
  for (const std::string& table :
       texts(state,
             "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
             " ORDER BY name",
             {})) {
    if (ends_with(table, "_private") || ends_with(table, "_local")) continue;
    add_table(stream, state, table);
  }
  return finished(stream);
}

std::string table_hash(Database& state, std::string_view table) {
  base::Sha256Stream stream;
  add_table(stream, state, std::string(table));
  return finished(stream);
}

}  // namespace linli::store
