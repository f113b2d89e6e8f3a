// CHECK ends the program on a programmer's error, in release too: wrong money is
// worse than a crash panel, because everything a person did is already in log.db.
// It must never be used for input from outside; that is what Result and Refusal are for.
#pragma once

namespace linli::base {

// Called once with the text of the failed condition before the program ends. The
// shell installs one that shows the crash panel; it must not return to the caller's work.
using CheckHandler = void (*)(const char* condition, const char* file, int line);

void set_check_handler(CheckHandler handler);

[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace linli::base

#define CHECK(condition)                                           \
  do {                                                             \
    if (!(condition)) {                                            \
      ::linli::base::check_failed(#condition, __FILE__, __LINE__); \
    }                                                              \
  } while (false)
