// OPFS as a program on the machine sees it in the worst case: what was written but not
// flushed may be lost in a crash, whole or in part. It implements the store-file half
// of bridge.h, so that the real VFS runs above it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "vfs/disk.h"

namespace linli::vfs_test {

// What survives of the changes since the last flush of each file.
enum class Survival : uint8_t { nothing, first_half, odd_ones, everything };

class SimulatedDisk : public Disk {
 public:
  static SimulatedDisk& instance();

  const char* vfs() const override;
  std::string path(const std::string& name) const override { return name; }
  void erase_all() override;

  // After this many more changes (writes, truncations, flushes) every call fails.
  void fail_after(int64_t changes) { changes_left_ = changes; }
  void set_quota(int64_t bytes) { quota_ = bytes; }
  // Power goes and comes back: unflushed changes survive in part, calls work again.
  void crash(Survival survival);
  int64_t changes() const { return changes_; }
  bool failed() const { return changes_left_ == 0; }

  int32_t slot(const std::string& name) const;
  int32_t read(int32_t slot, char* to, int32_t bytes, int64_t offset);
  int32_t write(int32_t slot, const char* from, int32_t bytes, int64_t offset);
  int32_t truncate(int32_t slot, int64_t size);
  int32_t flush(int32_t slot);
  int64_t size(int32_t slot) const;

 private:
  struct Change {
    bool truncates;
    int64_t offset;  // or the new size
    std::string bytes;
  };
  struct File {
    std::string flushed;
    std::string now;
    std::vector<Change> unflushed;
  };
  bool count_change();
  static void apply(std::string& content, const Change& change);

  std::vector<File> files_ = std::vector<File>(6);
  int64_t changes_left_ = -1;  // -1: never
  int64_t changes_ = 0;
  int64_t quota_ = -1;
};

}  // namespace linli::vfs_test
