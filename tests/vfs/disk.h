// A place where SQLite keeps the store files while the cases of the VFS suite run: the
// machine's own file system, a simulated OPFS, or OPFS itself in a browser.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <sqlite3.h>

namespace linli::vfs_test {

class Disk {
 public:
  virtual ~Disk() = default;
  virtual const char* vfs() const = 0;
  virtual std::string path(const std::string& name) const = 0;
  virtual void erase_all() = 0;
};

// The disks that this build of the suite has.
std::vector<Disk*> disks();

// A connection as the store opens it: WAL, EXCLUSIVE, synchronous=FULL.
class Connection {
 public:
  Connection(const Disk& disk, const std::string& name, const char* key = nullptr);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  int open_result() const { return open_result_; }
  int run(const std::string& sql);
  int64_t number(const std::string& sql);  // -1 when it fails
  std::string text(const std::string& sql);
  sqlite3* handle() const { return db_; }

 private:
  sqlite3* db_ = nullptr;
  int open_result_ = 0;
};

}  // namespace linli::vfs_test
