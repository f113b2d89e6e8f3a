// Every function that crosses between C++ and JavaScript. What JavaScript implements
// stands in bridge_library.js under the same names; what it may call is exported by
// main.cpp. It must never reach further than pushing messages and asking for frames.
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

// Glyphs: seven metrics (width, height, left, top, advance, coloured, bytes of pixels),
// then the pixels of the glyph drawn last.
void linli_draw_text(const char* text, int32_t bytes, float pixels, int32_t weight, float* metrics);
void linli_draw_icon(const char* path, int32_t bytes, float pixels, float* metrics);
void linli_glyph_pixels(void* to);

// One message of message.h to the worker.
void linli_send(const void* message, int32_t bytes);
}
