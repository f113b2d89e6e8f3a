// The disk of the browser build: OPFS itself, through the worker that runs this suite.
#include "shell/web/bridge.h"
#include "shell/web/opfs_vfs.h"
#include "vfs/disk.h"

namespace linli::vfs_test {
namespace {

class OpfsDisk : public Disk {
 public:
  const char* vfs() const override { return shell::opfs_vfs_name; }
  std::string path(const std::string& name) const override { return name; }
  void erase_all() override {
    for (const char* name : {"log.db", "log.db-wal", "log.db-journal", "state.db", "state.db-wal",
                             "state.db-journal"}) {
      linli_opfs_truncate(linli_opfs_slot(name), 0);
    }
  }
};

}  // namespace

std::vector<Disk*> disks() {
  static OpfsDisk disk;
  sqlite3_initialize();
  return {&disk};
}

}  // namespace linli::vfs_test
