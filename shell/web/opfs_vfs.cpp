#include "shell/web/opfs_vfs.h"

#include <cstring>

#include <sqlite3.h>

#include "shell/web/bridge.h"

namespace linli::shell {
namespace {

constexpr int path_bytes_max = 64;
constexpr int sector_bytes = 4096;
constexpr sqlite3_int64 unix_epoch_in_julian_millis = 210866760000000;

struct OpfsFile {
  sqlite3_file base;
  int32_t slot;
};

int32_t slot_of(sqlite3_file* file) { return reinterpret_cast<OpfsFile*>(file)->slot; }

int result_of(int32_t answer, int failure) {
  if (answer >= 0) {
    return SQLITE_OK;
  }
  return answer == opfs_full ? SQLITE_FULL : failure;
}

int file_close(sqlite3_file*) { return SQLITE_OK; }

int file_read(sqlite3_file* file, void* to, int bytes, sqlite3_int64 offset) {
  const int32_t got = linli_opfs_read(slot_of(file), to, bytes, static_cast<double>(offset));
  if (got < 0) {
    return SQLITE_IOERR_READ;
  }
  if (got < bytes) {
    std::memset(static_cast<char*>(to) + got, 0, static_cast<size_t>(bytes - got));
    return SQLITE_IOERR_SHORT_READ;
  }
  return SQLITE_OK;
}

int file_write(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 offset) {
  const int32_t put = linli_opfs_write(slot_of(file), from, bytes, static_cast<double>(offset));
  if (put >= 0 && put < bytes) {
    return SQLITE_FULL;
  }
  return result_of(put, SQLITE_IOERR_WRITE);
}

int file_truncate(sqlite3_file* file, sqlite3_int64 size) {
  return result_of(linli_opfs_truncate(slot_of(file), static_cast<double>(size)),
                   SQLITE_IOERR_TRUNCATE);
}

int file_sync(sqlite3_file* file, int) {
  return result_of(linli_opfs_flush(slot_of(file)), SQLITE_IOERR_FSYNC);
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  const double bytes = linli_opfs_size(slot_of(file));
  if (bytes < 0) {
    return SQLITE_IOERR_FSTAT;
  }
  *size = static_cast<sqlite3_int64>(bytes);
  return SQLITE_OK;
}

int file_lock(sqlite3_file*, int) { return SQLITE_OK; }
int file_check_reserved_lock(sqlite3_file*, int* held) {
  *held = 0;
  return SQLITE_OK;
}
int file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int file_sector_size(sqlite3_file*) { return sector_bytes; }
int file_characteristics(sqlite3_file*) {
  return SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN | SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

// Version 1: no shared memory, so SQLite uses WAL only with locking_mode=EXCLUSIVE.
constexpr sqlite3_io_methods file_methods = {1,
                                             file_close,
                                             file_read,
                                             file_write,
                                             file_truncate,
                                             file_sync,
                                             file_size,
                                             file_lock,
                                             file_lock,
                                             file_check_reserved_lock,
                                             file_control,
                                             file_sector_size,
                                             file_characteristics,
                                             nullptr,
                                             nullptr,
                                             nullptr,
                                             nullptr,
                                             nullptr,
                                             nullptr};

int vfs_open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out_flags) {
  auto* opened = reinterpret_cast<OpfsFile*>(file);
  opened->base.pMethods = nullptr;
  opened->slot = name == nullptr ? -1 : linli_opfs_slot(name);
  if (opened->slot < 0) {
    return SQLITE_CANTOPEN;
  }
  opened->base.pMethods = &file_methods;
  if (out_flags != nullptr) {
    *out_flags = flags;
  }
  return SQLITE_OK;
}

int vfs_delete(sqlite3_vfs*, const char* name, int) {
  const int32_t slot = linli_opfs_slot(name);
  if (slot < 0) {
    return SQLITE_IOERR_DELETE_NOENT;
  }
  if (linli_opfs_truncate(slot, 0) < 0 || linli_opfs_flush(slot) < 0) {
    return SQLITE_IOERR_DELETE;
  }
  return SQLITE_OK;
}

int vfs_access(sqlite3_vfs*, const char* name, int, int* there) {
  const int32_t slot = linli_opfs_slot(name);
  *there = slot >= 0 && linli_opfs_size(slot) > 0 ? 1 : 0;
  return SQLITE_OK;
}

int vfs_full_path(sqlite3_vfs*, const char* name, int bytes, char* path) {
  sqlite3_snprintf(bytes, path, "%s", name);
  return SQLITE_OK;
}

int vfs_random(sqlite3_vfs*, int bytes, char* to) {
  linli_fill_random(to, bytes);
  return bytes;
}

// Nothing can free a lock while this one thread sleeps.
int vfs_sleep(sqlite3_vfs*, int) { return 0; }

int vfs_time(sqlite3_vfs*, sqlite3_int64* julian_millis) {
  *julian_millis = static_cast<sqlite3_int64>(linli_unix_millis()) + unix_epoch_in_julian_millis;
  return SQLITE_OK;
}

int vfs_time_days(sqlite3_vfs* vfs, double* days) {
  sqlite3_int64 millis = 0;
  vfs_time(vfs, &millis);
  *days = static_cast<double>(millis) / 86400000.0;
  return SQLITE_OK;
}

int vfs_last_error(sqlite3_vfs*, int, char*) { return 0; }

}  // namespace

int register_opfs_vfs() {
  static sqlite3_vfs vfs = {2,         sizeof(OpfsFile), path_bytes_max, nullptr,    opfs_vfs_name,
                            nullptr,   vfs_open,         vfs_delete,     vfs_access, vfs_full_path,
                            nullptr,   nullptr,          nullptr,        nullptr,    vfs_random,
                            vfs_sleep, vfs_time_days,    vfs_last_error, vfs_time,   nullptr,
                            nullptr,   nullptr};
  return sqlite3_vfs_register(&vfs, 1);
}

}  // namespace linli::shell
