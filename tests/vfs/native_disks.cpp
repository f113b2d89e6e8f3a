// The disks of the native build: the machine's file system and the simulated OPFS.
#include <cstdlib>
#include <filesystem>

#include "shell/web/opfs_vfs.h"
#include "vfs/simulated_disk.h"

extern "C" int sqlite3mc_vfs_create(const char* real, int make_default);

namespace linli::vfs_test {
namespace {

class UnixDisk : public Disk {
 public:
  UnixDisk() {
    std::string pattern = (std::filesystem::temp_directory_path() / "linli_vfs_XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~UnixDisk() override { std::filesystem::remove_all(folder_); }
  const char* vfs() const override { return "unix"; }
  std::string path(const std::string& name) const override { return folder_ + "/" + name; }
  void erase_all() override {
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
      std::filesystem::remove(entry.path());
    }
  }

 private:
  std::string folder_;
};

}  // namespace

std::vector<Disk*> disks() {
  static UnixDisk unix_disk;
  static const bool registered = [] {
    sqlite3_initialize();
    shell::register_opfs_vfs();
    return sqlite3mc_vfs_create(shell::opfs_vfs_name, 0) == SQLITE_OK;
  }();
  if (!registered) {
    std::abort();
  }
  return {&unix_disk, &SimulatedDisk::instance()};
}

}  // namespace linli::vfs_test
