// SHA-256 and Ed25519 over whole messages, by libsodium, the same in WASM and native.
// Keys of devices are not here: in the browser WebCrypto signs and keeps them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace linli::base {

using Sha256 = std::array<unsigned char, 32>;

class Sha256Stream {
 public:
  Sha256Stream();
  void update(std::string_view bytes);
  Sha256 finish();

 private:
  alignas(8) unsigned char state_[104];  // libsodium's own state, kept out of this header
};

Sha256 sha256(std::string_view bytes);
std::string sha256_hex(std::string_view bytes);
std::string hex(const unsigned char* bytes, size_t count);
bool from_hex(std::string_view text, unsigned char* out, size_t count);  // lower-case only

// True when `signature_hex` (128 hex) is a valid Ed25519 signature of `message` by
// `public_key_hex` (64 hex).
bool ed25519_verify(std::string_view message, std::string_view signature_hex,
                    std::string_view public_key_hex);

// For the native program, tests and the generator: key pair from a 32-byte seed.
struct Ed25519KeyPair {
  std::string public_key_hex;
  std::array<unsigned char, 64> secret_key;
};
Ed25519KeyPair ed25519_key_pair(const std::array<unsigned char, 32>& seed);
std::string ed25519_sign(std::string_view message, const Ed25519KeyPair& key);

}  // namespace linli::base
