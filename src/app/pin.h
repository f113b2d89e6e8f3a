// A PIN as what may be kept of it: PBKDF2 with HMAC-SHA-256. It slows a thief of the
// file down and no more; a four-digit PIN is never a secret worth a key.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace linli::app {

inline constexpr int32_t pin_rounds = 20000;

// 64 hex characters.
std::string pin_hash(std::string_view pin, std::string_view salt, int32_t rounds);

}  // namespace linli::app
