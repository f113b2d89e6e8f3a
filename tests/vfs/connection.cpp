#include "vfs/disk.h"

namespace linli::vfs_test {

Connection::Connection(const Disk& disk, const std::string& name, const char* key) {
  const std::string vfs =
      key == nullptr ? disk.vfs() : std::string("multipleciphers-") + disk.vfs();
  open_result_ = sqlite3_open_v2(disk.path(name).c_str(), &db_,
                                 SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs.c_str());
  if (open_result_ != SQLITE_OK) {
    return;
  }
  if (key != nullptr) {
    run(std::string("PRAGMA cipher = 'chacha20'"));
    run(std::string("PRAGMA key = 'raw:") + key + "'");
  }
  run("PRAGMA locking_mode = EXCLUSIVE");
  open_result_ = run("PRAGMA journal_mode = WAL");
  run("PRAGMA synchronous = FULL");
}

Connection::~Connection() { sqlite3_close_v2(db_); }

int Connection::run(const std::string& sql) {
  return sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr);
}

std::string Connection::text(const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  std::string result;
  if (sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW) {
    result.assign(reinterpret_cast<const char*>(sqlite3_column_blob(statement, 0)),
                  static_cast<size_t>(sqlite3_column_bytes(statement, 0)));
  }
  sqlite3_finalize(statement);
  return result;
}

int64_t Connection::number(const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  int64_t result = -1;
  if (sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW) {
    result = sqlite3_column_int64(statement, 0);
  }
  sqlite3_finalize(statement);
  return result;
}

}  // namespace linli::vfs_test
