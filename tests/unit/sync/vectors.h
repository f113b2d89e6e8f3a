// The vectors that C++, Python and JavaScript share (tests/vectors).
#pragma once

#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/crypto.h"

namespace linli::sync {

inline nlohmann::json read_vectors(const std::string& name) {
  std::ifstream file(std::string(LINLI_SOURCE_DIR) + "/tests/vectors/" + name);
  std::stringstream text;
  text << file.rdbuf();
  nlohmann::json vectors = nlohmann::json::parse(text.str(), nullptr, false);
  EXPECT_TRUE(vectors.is_object()) << name;
  return vectors;
}

// The bytes of a case: as text, or as hex where they are not UTF-8.
inline std::string bytes_of(const nlohmann::json& one) {
  if (one.contains("text")) return one["text"].get<std::string>();
  const std::string hex = one["hex"].get<std::string>();
  std::string bytes(hex.size() / 2, '\0');
  EXPECT_TRUE(base::from_hex(hex, reinterpret_cast<unsigned char*>(bytes.data()), bytes.size()));
  return bytes;
}

inline base::Ed25519KeyPair key_of(const std::string& seed_hex) {
  std::array<unsigned char, 32> seed;
  EXPECT_TRUE(base::from_hex(seed_hex, seed.data(), seed.size()));
  return base::ed25519_key_pair(seed);
}

}  // namespace linli::sync
