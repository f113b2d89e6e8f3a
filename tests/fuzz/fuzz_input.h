// What every fuzzer says first: its input as text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace linli::fuzz {

inline std::string_view text_of(const uint8_t* data, size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace linli::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);
