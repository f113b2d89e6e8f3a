#include "base/crypto.h"

#include <cstring>

#include <sodium/crypto_hash_sha256.h>
#include <sodium/crypto_sign.h>

#include "base/check.h"

namespace linli::base {
namespace {

constexpr char hex_digits[] = "0123456789abcdef";

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

crypto_hash_sha256_state* state_of(unsigned char* bytes) {
  return reinterpret_cast<crypto_hash_sha256_state*>(bytes);
}

}  // namespace

Sha256Stream::Sha256Stream() {
  static_assert(sizeof(state_) >= sizeof(crypto_hash_sha256_state));
  crypto_hash_sha256_init(state_of(state_));
}

void Sha256Stream::update(std::string_view bytes) {
  crypto_hash_sha256_update(state_of(state_), bytes_of(bytes), bytes.size());
}

Sha256 Sha256Stream::finish() {
  Sha256 digest;
  crypto_hash_sha256_final(state_of(state_), digest.data());
  return digest;
}

Sha256 sha256(std::string_view bytes) {
  Sha256Stream stream;
  stream.update(bytes);
  return stream.finish();
}

std::string hex(const unsigned char* bytes, size_t count) {
  std::string text(count * 2, '0');
  for (size_t i = 0; i < count; ++i) {
    text[2 * i] = hex_digits[bytes[i] >> 4];
    text[2 * i + 1] = hex_digits[bytes[i] & 15];
  }
  return text;
}

std::string sha256_hex(std::string_view bytes) {
  const Sha256 digest = sha256(bytes);
  return hex(digest.data(), digest.size());
}

bool from_hex(std::string_view text, unsigned char* out, size_t count) {
  if (text.size() != count * 2) return false;
  for (size_t i = 0; i < count; ++i) {
    const int high = hex_value(text[2 * i]);
    const int low = hex_value(text[2 * i + 1]);
    if (high < 0 || low < 0) return false;
    out[i] = static_cast<unsigned char>(high * 16 + low);
  }
  return true;
}

bool ed25519_verify(std::string_view message, std::string_view signature_hex,
                    std::string_view public_key_hex) {
  unsigned char signature[crypto_sign_BYTES];
  unsigned char public_key[crypto_sign_PUBLICKEYBYTES];
  if (!from_hex(signature_hex, signature, sizeof(signature)) ||
      !from_hex(public_key_hex, public_key, sizeof(public_key))) {
    return false;
  }
  return crypto_sign_verify_detached(signature, bytes_of(message), message.size(), public_key) == 0;
}

Ed25519KeyPair ed25519_key_pair(const std::array<unsigned char, 32>& seed) {
  Ed25519KeyPair key;
  unsigned char public_key[crypto_sign_PUBLICKEYBYTES];
  static_assert(crypto_sign_SECRETKEYBYTES == sizeof(key.secret_key));
  CHECK(crypto_sign_seed_keypair(public_key, key.secret_key.data(), seed.data()) == 0);
  key.public_key_hex = hex(public_key, sizeof(public_key));
  return key;
}

std::string ed25519_sign(std::string_view message, const Ed25519KeyPair& key) {
  unsigned char signature[crypto_sign_BYTES];
  CHECK(crypto_sign_detached(signature, nullptr, bytes_of(message), message.size(),
                             key.secret_key.data()) == 0);
  return hex(signature, sizeof(signature));
}

}  // namespace linli::base
