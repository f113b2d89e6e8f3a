#include "base/ids.h"

namespace linli::base {
namespace {

constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr size_t ulid_characters = 26;
constexpr size_t replica_hex_characters = 32;

bool is_crockford(char c) {
  return (c >= '0' && c <= '9') ||
         (c >= 'A' && c <= 'Z' && c != 'I' && c != 'L' && c != 'O' && c != 'U');
}

bool is_ulid(std::string_view text) {
  // 26 characters hold 130 bits, a ULID 128: the first stays below 8.
  if (text.size() != ulid_characters || text[0] > '7') return false;
  for (const char c : text) {
    if (!is_crockford(c)) return false;
  }
  return true;
}

bool is_replica_hex(std::string_view text) {
  if (text.size() != replica_hex_characters) return false;
  for (const char c : text) {
    if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
  }
  return true;
}

}  // namespace

bool well_formed_id(std::string_view text, std::string_view prefix) {
  if (prefix.empty()) return is_ulid(text);
  if (text.size() < prefix.size() + 1 || text.substr(0, prefix.size()) != prefix ||
      text[prefix.size()] != '_') {
    return false;
  }
  const std::string_view rest = text.substr(prefix.size() + 1);
  return prefix == ReplicaId::prefix() ? is_replica_hex(rest) : is_ulid(rest);
}

std::string ulid(int64_t unix_millis, const unsigned char (&random)[10]) {
  CHECK(unix_millis >= 0 && unix_millis < (int64_t{1} << 48));
  std::string text(ulid_characters, '0');
  uint64_t time = static_cast<uint64_t>(unix_millis);
  for (size_t i = 10; i-- > 0;) {
    text[i] = crockford[time & 31];
    time >>= 5;
  }
  // 80 bits are 16 characters of 5 bits, taken as two halves of 40 bits.
  for (size_t half = 0; half < 2; ++half) {
    uint64_t bits = 0;
    for (size_t i = 0; i < 5; ++i) bits = (bits << 8) | random[half * 5 + i];
    for (size_t i = 8; i-- > 0;) {
      text[10 + half * 8 + i] = crockford[bits & 31];
      bits >>= 5;
    }
  }
  return text;
}

}  // namespace linli::base
