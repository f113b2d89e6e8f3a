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

// Base of what Database::memo keeps.
struct Memo {
  virtual ~Memo() = default;
  bool known = false;
};
template <class T>
inline constexpr char memo_key = 0;

// What a statement met while it ran.
enum class FailureKind : uint8_t {
  none,
  data,     // a constraint or an overflow: this operation's fault, not the disk's
  storage,  // full, unreadable, damaged
};
struct Failure {
  FailureKind kind = FailureKind::none;
  base::Error error{base::ErrorCode::storage_failed, {}};
};

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
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  // Runs statements written in this program (schema, BEGIN, ROLLBACK …). Also fails when
  // an earlier statement met a storage failure that nobody has asked for yet.
  base::Status run(const char* sql);
  // Prepared once per call site text and cached by pointer; CHECKs that it compiles,
  // because all SQL is ours. The returned statement is reset and unbound.
  Statement& prepare(const char* sql);

  // Drops everything in the database, also when it is damaged. Only for what can be made
  // again from the log.
  base::Status drop_content();

  int changes() const;

  // What was read from small tables and is read again for every operation: one value of each
  // type, filled by who asks while it is not `known`. All are forgotten
  // when a transaction begins or ends; whoever writes such a table calls forget().
  template <class T>
  T& memo() {
    std::unique_ptr<Memo>& place = memo_place(&memo_key<T>);
    if (place == nullptr) place = std::make_unique<T>();
    return static_cast<T&>(*place);
  }
  void forget();
  sqlite3* handle() const { return db_; }

  // What went wrong since the last question, and forgets it. Statements go on after a
  // failure as if there were no more rows, so whoever ends a transaction must ask.
  Failure take_failure();
  FailureKind failure_kind() const;

 private:
  explicit Database(sqlite3* db);
  void close();
  sqlite3* db_ = nullptr;
  std::unique_ptr<Memo>& memo_place(const char* key);
  struct Cache;
  std::unique_ptr<Cache> cache_;  // on the heap, because statements point into it
};

// One prepared statement. Parameters are bound in order by bind(...) and rows read by
// column index in the order of the SELECT list.
class Statement {
 public:
  Statement(sqlite3_stmt* statement, Failure* failure) : statement_(statement), failure_(failure) {}
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
  requires requires(const IdType& id) {
    id.view();
    id.prefix();
  }
  void bind_one(int index, const IdType& id) { bind_one(index, id.view()); }
  template <class Optional>
  requires requires(const Optional& o) { o.has_value(); }
  void bind_one(int index, const Optional& value) {
    if (value.has_value()) {
      bind_one(index, *value);
    } else {
      bind_one(index, nullptr);
    }
  }

  // True while a row is there. CHECKs on programmer errors; anything else is remembered
  // for Database::take_failure and looks like the end of the rows.
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
  Failure* failure_;
};

}  // namespace linli::store
