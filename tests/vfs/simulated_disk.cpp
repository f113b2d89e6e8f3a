#include "vfs/simulated_disk.h"

#include <algorithm>
#include <chrono>
#include <cstring>

#include "shell/web/bridge.h"
#include "shell/web/opfs_vfs.h"

namespace linli::vfs_test {
namespace {

constexpr const char* names[] = {"log.db",   "log.db-wal",   "log.db-journal",
                                 "state.db", "state.db-wal", "state.db-journal"};

}  // namespace

SimulatedDisk& SimulatedDisk::instance() {
  static SimulatedDisk disk;
  return disk;
}

const char* SimulatedDisk::vfs() const { return shell::opfs_vfs_name; }

void SimulatedDisk::erase_all() {
  files_ = std::vector<File>(std::size(names));
  changes_left_ = -1;
  quota_ = -1;
}

bool SimulatedDisk::count_change() {
  if (changes_left_ == 0) {
    return false;
  }
  changes_left_ -= changes_left_ > 0 ? 1 : 0;
  ++changes_;
  return true;
}

void SimulatedDisk::apply(std::string& content, const Change& change) {
  if (change.truncates) {
    content.resize(static_cast<size_t>(change.offset));
    return;
  }
  const size_t end = static_cast<size_t>(change.offset) + change.bytes.size();
  if (content.size() < end) {
    content.resize(end);
  }
  content.replace(static_cast<size_t>(change.offset), change.bytes.size(), change.bytes);
}

void SimulatedDisk::crash(Survival survival) {
  for (File& file : files_) {
    const size_t count = file.unflushed.size();
    for (size_t i = 0; i < count; ++i) {
      const bool survives = survival == Survival::everything ||
                            (survival == Survival::first_half && i < (count + 1) / 2) ||
                            (survival == Survival::odd_ones && i % 2 == 1);
      if (survives) {
        apply(file.flushed, file.unflushed[i]);
      }
    }
    file.unflushed.clear();
    file.now = file.flushed;
  }
  changes_left_ = -1;
}

int32_t SimulatedDisk::slot(const std::string& name) const {
  const auto found = std::find(std::begin(names), std::end(names), name);
  return found == std::end(names) ? -1 : static_cast<int32_t>(found - std::begin(names));
}

int32_t SimulatedDisk::read(int32_t slot, char* to, int32_t bytes, int64_t offset) {
  if (failed()) {
    return shell::opfs_failed;
  }
  const std::string& content = files_[static_cast<size_t>(slot)].now;
  if (offset >= static_cast<int64_t>(content.size())) {
    return 0;
  }
  const size_t got =
      std::min(static_cast<size_t>(bytes), content.size() - static_cast<size_t>(offset));
  std::memcpy(to, content.data() + offset, got);
  return static_cast<int32_t>(got);
}

int32_t SimulatedDisk::write(int32_t slot, const char* from, int32_t bytes, int64_t offset) {
  if (!count_change()) {
    return shell::opfs_failed;
  }
  File& file = files_[static_cast<size_t>(slot)];
  int64_t used = 0;
  for (const File& other : files_) {
    used += static_cast<int64_t>(other.now.size());
  }
  const int64_t growth = offset + bytes - static_cast<int64_t>(file.now.size());
  if (quota_ >= 0 && growth > 0 && used + growth > quota_) {
    return shell::opfs_full;
  }
  file.unflushed.push_back({false, offset, std::string(from, static_cast<size_t>(bytes))});
  apply(file.now, file.unflushed.back());
  return bytes;
}

int32_t SimulatedDisk::truncate(int32_t slot, int64_t size) {
  if (!count_change()) {
    return shell::opfs_failed;
  }
  File& file = files_[static_cast<size_t>(slot)];
  file.unflushed.push_back({true, size, {}});
  apply(file.now, file.unflushed.back());
  return 0;
}

int32_t SimulatedDisk::flush(int32_t slot) {
  if (!count_change()) {
    return shell::opfs_failed;
  }
  File& file = files_[static_cast<size_t>(slot)];
  file.flushed = file.now;
  file.unflushed.clear();
  return 0;
}

int64_t SimulatedDisk::size(int32_t slot) const {
  return static_cast<int64_t>(files_[static_cast<size_t>(slot)].now.size());
}

}  // namespace linli::vfs_test

extern "C" {

using linli::vfs_test::SimulatedDisk;

int32_t linli_opfs_slot(const char* name) { return SimulatedDisk::instance().slot(name); }
int32_t linli_opfs_read(int32_t slot, void* to, int32_t bytes, double offset) {
  return SimulatedDisk::instance().read(slot, static_cast<char*>(to), bytes,
                                        static_cast<int64_t>(offset));
}
int32_t linli_opfs_write(int32_t slot, const void* from, int32_t bytes, double offset) {
  return SimulatedDisk::instance().write(slot, static_cast<const char*>(from), bytes,
                                         static_cast<int64_t>(offset));
}
int32_t linli_opfs_truncate(int32_t slot, double size) {
  return SimulatedDisk::instance().truncate(slot, static_cast<int64_t>(size));
}
int32_t linli_opfs_flush(int32_t slot) { return SimulatedDisk::instance().flush(slot); }
double linli_opfs_size(int32_t slot) {
  return static_cast<double>(SimulatedDisk::instance().size(slot));
}
double linli_unix_millis() {
  return static_cast<double>(std::chrono::duration_cast<std::chrono::milliseconds>(
                                 std::chrono::system_clock::now().time_since_epoch())
                                 .count());
}
void linli_fill_random(void* to, int32_t bytes) {
  static unsigned char next = 1;
  for (int32_t i = 0; i < bytes; ++i) {
    static_cast<unsigned char*>(to)[i] = next = static_cast<unsigned char>(next * 37 + 11);
  }
}
}
