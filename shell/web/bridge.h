// Every function that crosses between C++ and JavaScript. What JavaScript implements
// stands in bridge_library.js under the same names; what it may call is exported below.
// JavaScript must never reach further: it pushes messages and asks for frames.
#pragma once

#include <cstdint>

namespace linli::shell {

// What a store file answers instead of a count of bytes.
enum OpfsFailure : int32_t {
  opfs_full = -1,    // no room is left
  opfs_failed = -2,  // anything else
};

}  // namespace linli::shell

extern "C" {

// Store files: sync access handles that the worker opened before SQLite starts.
int32_t linli_opfs_slot(const char* name);  // -1: not one of the fixed set
int32_t linli_opfs_read(int32_t slot, void* to, int32_t bytes, double offset);
int32_t linli_opfs_write(int32_t slot, const void* from, int32_t bytes, double offset);
int32_t linli_opfs_truncate(int32_t slot, double size);
int32_t linli_opfs_flush(int32_t slot);
double linli_opfs_size(int32_t slot);

// Clock and random.
double linli_unix_millis();
double linli_monotonic_millis();
int32_t linli_zone_minutes(double unix_millis);  // local time minus UTC
void linli_fill_random(void* to, int32_t bytes);
}
