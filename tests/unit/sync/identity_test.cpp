#include "sync/identity.h"

#include <gtest/gtest.h>

#include "sync/operation_codec.h"
#include "unit/sync/vectors.h"

namespace linli::sync {
namespace {

TEST(Identity, KeysSignaturesAndNamesAgreeWithTheVectors) {
  for (const auto vectors = read_vectors("identity.json"); const auto& one : vectors["keys"]) {
    const base::Ed25519KeyPair key = key_of(one["seed"].get<std::string>());
    const std::string text = one["text"].get<std::string>();
    EXPECT_EQ(key.public_key_hex, one["public_key"]);
    EXPECT_EQ(replica_id_of(key.public_key_hex).str(), one["replica"]);
    EXPECT_EQ(base::ed25519_sign(text, key), one["signature"]);
    EXPECT_TRUE(
        base::ed25519_verify(text, one["signature"].get<std::string>(), key.public_key_hex));
  }
}

TEST(Identity, BadSignaturesAreRefused) {
  for (const auto vectors = read_vectors("identity.json");
       const auto& one : vectors["bad_signatures"]) {
    EXPECT_FALSE(base::ed25519_verify(one["text"].get<std::string>(),
                                      one["signature"].get<std::string>(),
                                      one["public_key"].get<std::string>()))
        << one["name"];
  }
}

TEST(Identity, InvitesAndCommitmentsAgreeWithTheVectors) {
  const auto vectors = read_vectors("identity.json");
  for (const auto& one : vectors["invites"]) {
    EXPECT_EQ(invite_secret_hash(one["secret"].get<std::string>()).hex, one["secret_hash"]);
  }
  for (const auto& one : vectors["payloads"]) {
    EXPECT_EQ(payload_commitment(one["text"].get<std::string>()), one["commitment"]);
    EXPECT_TRUE(check_payload(one["text"].get<std::string>()).ok());
  }
  for (const auto& one : vectors["bad_payloads"]) {
    const base::Status status = check_payload(bytes_of(one));
    ASSERT_FALSE(status.ok()) << one["name"];
    EXPECT_EQ(status.error().code == base::ErrorCode::not_canonical, one["code"] == "not_canonical")
        << one["name"];
  }
}

}  // namespace
}  // namespace linli::sync
