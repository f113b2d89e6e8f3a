#include "base/crypto.h"

#include <gtest/gtest.h>

namespace linli::base {
namespace {

// NIST examples.
TEST(Sha256, KnownDigests) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, StreamEqualsWhole) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += static_cast<char>(i);
  for (size_t cut = 0; cut <= text.size(); cut += 7) {
    Sha256Stream stream;
    stream.update(std::string_view(text).substr(0, cut));
    stream.update(std::string_view(text).substr(cut));
    EXPECT_EQ(stream.finish(), sha256(text));
  }
}

TEST(Hex, IsLowerCaseAndStrict) {
  unsigned char bytes[2];
  EXPECT_TRUE(from_hex("00ff", bytes, 2));
  EXPECT_EQ(bytes[1], 255);
  EXPECT_EQ(hex(bytes, 2), "00ff");
  for (const char* text : {"00FF", "00f", "00fff", "0g00", "", " 0ff"}) {
    EXPECT_FALSE(from_hex(text, bytes, 2)) << text;
  }
}

std::array<unsigned char, 32> seed_of(const char* hex_text) {
  std::array<unsigned char, 32> seed;
  EXPECT_TRUE(from_hex(hex_text, seed.data(), seed.size()));
  return seed;
}

// RFC 8032, section 7.1, tests 1 and 3.
TEST(Ed25519, KnownSignatures) {
  const auto first =
      ed25519_key_pair(seed_of("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
  EXPECT_EQ(first.public_key_hex,
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  EXPECT_EQ(
      ed25519_sign("", first),
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9"
      "b46bd25bf5f0595bbe24655141438e7a100b");
  const auto third =
      ed25519_key_pair(seed_of("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"));
  const std::string signature =
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984d"
      "c6594a7c15e9716ed28dc027beceea1ec40a";
  EXPECT_EQ(ed25519_sign("\xaf\x82", third), signature);
  EXPECT_TRUE(ed25519_verify("\xaf\x82", signature, third.public_key_hex));
}

TEST(Ed25519, RefusesAnythingElse) {
  const auto key =
      ed25519_key_pair(seed_of("0000000000000000000000000000000000000000000000000000000000000001"));
  const auto other =
      ed25519_key_pair(seed_of("0000000000000000000000000000000000000000000000000000000000000002"));
  const std::string signature = ed25519_sign("message", key);
  EXPECT_TRUE(ed25519_verify("message", signature, key.public_key_hex));
  EXPECT_FALSE(ed25519_verify("messagf", signature, key.public_key_hex));
  EXPECT_FALSE(ed25519_verify("message", signature, other.public_key_hex));
  std::string changed = signature;
  changed[10] = changed[10] == '0' ? '1' : '0';
  EXPECT_FALSE(ed25519_verify("message", changed, key.public_key_hex));
  EXPECT_FALSE(ed25519_verify("message", signature.substr(2), key.public_key_hex));
  EXPECT_FALSE(ed25519_verify("message", signature, ""));
  EXPECT_FALSE(ed25519_verify("message", signature, std::string(64, '0')));
}

}  // namespace
}  // namespace linli::base
