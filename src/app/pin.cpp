#include "app/pin.h"

#include <array>

#include "base/crypto.h"

namespace linli::app {
namespace {

constexpr size_t kBlockBytes = 64;

std::string_view bytes_of(const base::Sha256& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

// The two halves of HMAC with the key already taken in, so that each round is two short hashes.
struct Hmac {
  base::Sha256Stream inner;
  base::Sha256Stream outer;

  explicit Hmac(std::string_view key) {
    std::string block(key.size() > kBlockBytes ? std::string(bytes_of(base::sha256(key)))
                                               : std::string(key));
    block.resize(kBlockBytes, '\0');
    std::string inner_pad = block;
    std::string outer_pad = block;
    for (size_t i = 0; i < kBlockBytes; ++i) {
      inner_pad[i] = static_cast<char>(inner_pad[i] ^ 0x36);
      outer_pad[i] = static_cast<char>(outer_pad[i] ^ 0x5c);
    }
    inner.update(inner_pad);
    outer.update(outer_pad);
  }
  base::Sha256 of(std::string_view message) const {
    base::Sha256Stream in = inner;
    in.update(message);
    base::Sha256Stream out = outer;
    out.update(bytes_of(in.finish()));
    return out.finish();
  }
};

}  // namespace

std::string pin_hash(std::string_view pin, std::string_view salt, int32_t rounds) {
  const Hmac hmac(pin);
  base::Sha256 round = hmac.of(std::string(salt) + std::string("\0\0\0\1", 4));
  base::Sha256 mixed = round;
  for (int32_t i = 1; i < rounds; ++i) {
    round = hmac.of(bytes_of(round));
    for (size_t b = 0; b < mixed.size(); ++b) mixed[b] ^= round[b];
  }
  return base::hex(mixed.data(), mixed.size());
}

}  // namespace linli::app
