#include "store/database.h"

#include <unordered_map>
#include <utility>

#include <sqlite3.h>

namespace linli::store {
namespace {

constexpr size_t kKeyHexBytes = 64;

base::Error storage_error(int code, const char* message) {
  using base::ErrorCode;
  switch (code & 0xff) {
    case SQLITE_FULL:
      return {ErrorCode::storage_full, message};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorCode::storage_corrupt, message};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::storage_locked, message};
    default:
      return {ErrorCode::storage_failed, message};
  }
}

FailureKind kind_of_code(int code) {
  switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
    case SQLITE_ERROR:  // raised while stepping: an overflow of sum()
      return FailureKind::data;
    default:
      return FailureKind::storage;
  }
}

void remember(Failure& failure, int code, sqlite3* db) {
  CHECK((code & 0xff) != SQLITE_MISUSE && (code & 0xff) != SQLITE_RANGE);
  const FailureKind kind = kind_of_code(code);
  if (failure.kind == FailureKind::storage || failure.kind == kind) {
    return;  // the first cause explains the rest
  }
  failure = {kind, storage_error(code, sqlite3_errmsg(db))};
}

bool is_key(std::string_view hex) {
  return hex.size() == kKeyHexBytes && hex.find_first_not_of("0123456789abcdef") == hex.npos;
}

}  // namespace

struct Database::Cache {
  std::unordered_map<const char*, std::unique_ptr<Statement>> statements;
  std::unordered_map<const char*, std::unique_ptr<Memo>> memos;
  Failure failure;
};

Database::Database(sqlite3* db) : db_(db), cache_(std::make_unique<Cache>()) {}

Database::Database(Database&& other) noexcept
    : db_(std::exchange(other.db_, nullptr)), cache_(std::move(other.cache_)) {}

Database& Database::operator=(Database&& other) noexcept {
  if (this != &other) {
    close();
    db_ = std::exchange(other.db_, nullptr);
    cache_ = std::move(other.cache_);
  }
  return *this;
}

Database::~Database() { close(); }

void Database::close() {
  cache_.reset();
  if (db_ != nullptr) {
    CHECK(sqlite3_close(db_) == SQLITE_OK);
    db_ = nullptr;
  }
}

base::Result<Database> Database::open(const std::string& path, Durability durability,
                                      std::string_view key_hex) {
  CHECK(key_hex.empty() || is_key(key_hex));
  sqlite3* db = nullptr;
  const int opened =
      sqlite3_open_v2(path.c_str(), &db,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE, nullptr);
  if (opened != SQLITE_OK) {
    const base::Error error =
        storage_error(opened, db == nullptr ? "no memory" : sqlite3_errmsg(db));
    sqlite3_close(db);
    return error;
  }
  Database database(db);
  if (!key_hex.empty()) {
    const std::string key = "raw:" + std::string(key_hex);
    const int keyed = sqlite3_key(db, key.data(), static_cast<int>(key.size()));
    if (keyed != SQLITE_OK) return storage_error(keyed, sqlite3_errmsg(db));
  }
  // Derived rows are many and small: larger pages make shallower trees of them.
  // EXCLUSIVE before WAL, so that the WAL index stays in memory and no -shm file is needed.
  const char* settings = durability == Durability::full
                             ? "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL;"
                               "PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF;"
                               "PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF;"
                             : "PRAGMA page_size=8192;"
                               "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL;"
                               "PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF;"
                               "PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF;"
                               "PRAGMA cache_size=-65536;";
  const base::Status set = database.run(settings);
  if (!set.ok()) return set.error();
  return database;
}

base::Status Database::run(const char* sql) {
  forget();
  const Failure earlier = take_failure();
  if (earlier.kind == FailureKind::storage) return earlier.error;
  const int code = sqlite3_exec(db_, sql, nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) return base::success();
  return storage_error(code, sqlite3_errmsg(db_));
}

Statement& Database::prepare(const char* sql) {
  std::unique_ptr<Statement>& cached = cache_->statements[sql];
  if (cached == nullptr) {
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v3(db_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK && kind_of_code(code) == FailureKind::storage) {
      // The schema could not be read. The statement does nothing and the failure is told.
      remember(cache_->failure, code, db_);
    } else if (code != SQLITE_OK) {
      base::check_failed(sqlite3_errmsg(db_), sql, 0);
    }
    cached = std::make_unique<Statement>(statement, &cache_->failure);
  } else {
    cached->reset();
  }
  return *cached;
}

base::Status Database::drop_content() {
  cache_->statements.clear();
  forget();
  (void)take_failure();
  if (sqlite3_get_autocommit(db_) == 0) (void)run("ROLLBACK");
  CHECK(sqlite3_db_config(db_, SQLITE_DBCONFIG_RESET_DATABASE, 1, nullptr) == SQLITE_OK);
  const base::Status emptied = run("VACUUM");
  CHECK(sqlite3_db_config(db_, SQLITE_DBCONFIG_RESET_DATABASE, 0, nullptr) == SQLITE_OK);
  return emptied;
}

std::unique_ptr<Memo>& Database::memo_place(const char* key) { return cache_->memos[key]; }

void Database::forget() { cache_->memos.clear(); }

int Database::changes() const { return sqlite3_changes(db_); }

Failure Database::take_failure() { return std::exchange(cache_->failure, Failure{}); }

FailureKind Database::failure_kind() const { return cache_->failure.kind; }

Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::bind_one(int index, int64_t value) {
  CHECK(statement_ == nullptr || sqlite3_bind_int64(statement_, index, value) == SQLITE_OK);
}

void Statement::bind_one(int index, std::string_view value) {
  // A null pointer would bind NULL, but an empty text is a text.
  const char* text = value.data() == nullptr ? "" : value.data();
  CHECK(statement_ == nullptr ||
        sqlite3_bind_text(statement_, index, text, static_cast<int>(value.size()),
                          SQLITE_TRANSIENT) == SQLITE_OK);
}

void Statement::bind_one(int index, std::nullptr_t) {
  CHECK(statement_ == nullptr || sqlite3_bind_null(statement_, index) == SQLITE_OK);
}

void Statement::bind_blob(int index, std::string_view bytes) {
  const char* data = bytes.data() == nullptr ? "" : bytes.data();
  CHECK(statement_ == nullptr ||
        sqlite3_bind_blob(statement_, index, data, static_cast<int>(bytes.size()),
                          SQLITE_TRANSIENT) == SQLITE_OK);
}

bool Statement::step() {
  if (statement_ == nullptr) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) remember(*failure_, code, sqlite3_db_handle(statement_));
  sqlite3_reset(statement_);
  return false;
}

void Statement::execute() {
  const bool row = step();
  CHECK(!row);
}

base::Status Statement::try_execute() {
  const Failure earlier = std::exchange(*failure_, Failure{});
  if (earlier.kind == FailureKind::storage) return earlier.error;
  execute();
  const Failure failure = std::exchange(*failure_, Failure{});
  if (failure.kind != FailureKind::none) return failure.error;
  return base::success();
}

void Statement::reset() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::string_view Statement::text(int column) const {
  const unsigned char* text = sqlite3_column_text(statement_, column);
  if (text == nullptr) return {};
  return {reinterpret_cast<const char*>(text),
          static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Statement::blob(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes),
          static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
}

}  // namespace linli::store
