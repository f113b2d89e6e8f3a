// The only door to SQLite: a database, its prepared statements, savepoints. It must
// never build SQL from received text, and never delete a file because opening failed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace linli::store {

class Statement;

enum class Durability : uint8_t {
  full,  // log.db: synchronous=FULL, a commit survives power loss
  none,  // state.db: derived, synchronous=OFF is enough because it can be folded again
};

class Database {
 public:
  // `path` is a name the VFS knows, or ":memory:". `key_hex` of 64 hex encrypts
  // (ChaCha20-Poly1305); empty = plain. Sets WAL, EXCLUSIVE, foreign keys off.
  static base::Result<Database> open(const std::string& path, Durability durability,
                                     std::string_view key_hex = {});
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  // Runs statements written in this program (schema, BEGIN, ROLLBACK …).
  base::Status run(const char* sql);
  // Prepared once per call site text and cached by pointer; CHECKs that it compiles,
  // because all SQL is ours. The returned statement is reset and unbound.
  Statement& prepare(const char* sql);

  int64_t last_insert_rowid() const;
  int changes() const;
  sqlite3* handle() const { return db_; }

 private:
  explicit Database(sqlite3* db);
  sqlite3* db_ = nullptr;
  struct Cache;
  std::unique_ptr<Cache> cache_;
};

// One prepared statement. Parameters are bound in order by bind(...) and rows read by
// column index in the order of the SELECT list.
class Statement {
 public:
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  template <class... Values>
  Statement& bind(const Values&... values) {
    int index = 1;
    (bind_one(index++, values), ...);
    return *this;
  }
  void bind_one(int index, int64_t value);
  void bind_one(int index, int32_t value) { bind_one(index, static_cast<int64_t>(value)); }
  void bind_one(int index, bool value) { bind_one(index, static_cast<int64_t>(value)); }
  void bind_one(int index, std::string_view value);
  void bind_one(int index, const std::string& value) { bind_one(index, std::string_view(value)); }
  void bind_one(int index, const char* value) { bind_one(index, std::string_view(value)); }
  void bind_one(int index, std::nullptr_t);
  void bind_blob(int index, std::string_view bytes);
  template <class IdType>
    requires requires(const IdType& id) { id.view(); id.prefix(); }
  void bind_one(int index, const IdType& id) {
    bind_one(index, id.view());
  }
  template <class Optional>
    requires requires(const Optional& o) { o.has_value(); }
  void bind_one(int index, const Optional& value) {
    if (value.has_value()) {
      bind_one(index, *value);
    } else {
      bind_one(index, nullptr);
    }
  }

  // True while a row is there. CHECKs on programmer errors; a full disk or a failed
  // read is remembered and asked for by Database::run's Status of the commit.
  bool step();
  // Steps once, expects no row, resets.
  void execute();
  // Like execute(), but tells storage errors (full, failed) instead of ending the program.
  base::Status try_execute();
  void reset();

  int64_t integer(int column) const;
  bool is_null(int column) const;
  std::string_view text(int column) const;  // valid until the next step/reset
  std::string_view blob(int column) const;
  template <class IdType>
  IdType id(int column) const {
    return IdType(text(column));
  }

 private:
  sqlite3_stmt* statement_;
};

}  // namespace linli::store
