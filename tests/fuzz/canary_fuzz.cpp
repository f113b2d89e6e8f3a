// A fault that is easy to reach, on purpose: a run of the fuzzers counts only if this one is found.
#include "base/check.h"
#include "fuzz_input.h"

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  CHECK(!(size >= 3 && data[0] == 'b' && data[1] == 'i' && data[2] == 'r'));
  return 0;
}
