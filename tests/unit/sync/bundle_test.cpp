#include <gtest/gtest.h>

#include "sync/bundle_codec.h"
#include "sync/bundle_verify.h"
#include "sync/file_codec.h"
#include "sync/head.h"
#include "unit/sync/vectors.h"

namespace linli::sync {
namespace {

using base::ErrorCode;

class NobodyKnown : public KnownReplicas {
 public:
  std::optional<KnownReplica> find(const core::ReplicaId&) const override { return std::nullopt; }
  std::string hash_of(const core::ReplicaId&, int64_t) const override { return {}; }
};

TEST(BundleVectors, GoodOnesAreReadHashedAndVerified) {
  const auto vectors = read_vectors("bundle.json");
  NobodyKnown nobody;
  std::optional<BundleVerifier> verifier;
  std::optional<OrderEnd> end;
  for (const auto& one : vectors["good"]) {
    const std::string text = bytes_of(one);
    const auto bundle = read_bundle(std::string_view(text));
    ASSERT_TRUE(bundle.ok()) << one["name"] << " " << bundle.error().where;
    EXPECT_EQ(bundle.value().text, text);
    EXPECT_EQ(signed_bytes(bundle.value()), one["signed_text"]);
    EXPECT_EQ(bundle.value().hash, one["hash"]);
    if (!verifier) verifier.emplace(bundle.value().space, nobody);
    if (!end) end = OrderEnd{0, first_head(bundle.value().space)};
    const auto standing = verifier->judge(bundle.value());
    ASSERT_TRUE(standing.ok()) << one["name"];
    EXPECT_EQ(standing.value(), Standing::next) << one["name"];
    EXPECT_EQ(verifier->judge(bundle.value()).value(), Standing::repeated) << one["name"];

    JsonDocument document;
    const std::string receipt_text = one["receipt"].get<std::string>();
    ASSERT_TRUE(document.read(receipt_text, JsonForm::canonical).ok());
    const auto receipt = read_receipt(document.root());
    ASSERT_TRUE(receipt.ok());
    EXPECT_EQ(write_receipt(receipt.value()), receipt_text);
    EXPECT_TRUE(extend(*end, receipt.value(), bundle.value().hash).ok());
    EXPECT_FALSE(extend(*end, receipt.value(), bundle.value().hash).ok());
  }
}

TEST(BundleVectors, BadOnesAreRefused) {
  const auto vectors = read_vectors("bundle.json");
  NobodyKnown nobody;
  const auto founding = read_bundle(std::string_view(bytes_of(vectors["good"][0])));
  for (const auto& one : vectors["bad"]) {
    const std::string text = bytes_of(one);
    const auto bundle = read_bundle(std::string_view(text));
    const std::string code = one["code"].get<std::string>();
    if (code == "bad_signature") {
      ASSERT_TRUE(bundle.ok()) << one["name"];
      BundleVerifier verifier(bundle.value().space, nobody);
      ASSERT_TRUE(verifier.judge(founding.value()).ok());
      const auto standing = verifier.judge(bundle.value());
      ASSERT_FALSE(standing.ok()) << one["name"];
      EXPECT_EQ(standing.error().code, ErrorCode::wrong_signature) << one["name"];
      continue;
    }
    ASSERT_FALSE(bundle.ok()) << one["name"];
    const ErrorCode got = bundle.error().code;
    EXPECT_EQ(got == ErrorCode::not_canonical, code == "not_canonical")
        << one["name"] << " " << base::name(got);
    EXPECT_EQ(got == ErrorCode::update_needed, code == "update_needed") << one["name"];
  }
}

TEST(BundleVectors, TheFileIsRead) {
  const auto vectors = read_vectors("bundle.json");
  const std::string text = vectors["file"].get<std::string>();
  const auto file = read_file(text);
  ASSERT_TRUE(file.ok()) << file.error().where;
  EXPECT_EQ(file.value().bundles.size(), vectors["good"].size());
  EXPECT_EQ(file.value().receipts.size(), vectors["good"].size());
  std::vector<std::string> bundles;
  for (const Bundle& bundle : file.value().bundles) bundles.push_back(bundle.text);
  EXPECT_EQ(write_file(file.value().space, bundles, file.value().payloads, file.value().receipts),
            text + "\n");
}

TEST(HeadVectors, TheChainAndTheSignedHeadAgree) {
  const auto vectors = read_vectors("identity.json");
  const auto& chain = vectors["head_chain"];
  const core::SpaceId space(chain["space"].get<std::string>());
  std::string head = first_head(space);
  for (const auto& one : chain["heads"]) {
    if (one.contains("hash")) head = next_head(head, one["hash"].get<std::string>());
    EXPECT_EQ(head, one["head"]);
  }
  const std::string text = vectors["head"]["text"].get<std::string>();
  JsonDocument document;
  ASSERT_TRUE(document.read(text, JsonForm::canonical).ok());
  const auto read = read_head(document.root(), space);
  ASSERT_TRUE(read.ok()) << read.error().where;
  EXPECT_EQ(read.value().seq, 3);
  EXPECT_EQ(read.value().head, head);
  EXPECT_EQ(read.value().hub_key,
            key_of(vectors["head"]["seed"].get<std::string>()).public_key_hex);

  const core::SpaceId other("s_00000000000000000000000000");
  EXPECT_EQ(read_head(document.root(), other).error().code, ErrorCode::wrong_space);
  std::string changed = text;
  changed.replace(changed.find("\"seq\":3"), 7, "\"seq\":4");
  ASSERT_TRUE(document.read(changed, JsonForm::canonical).ok());
  EXPECT_EQ(read_head(document.root(), space).error().code, ErrorCode::wrong_signature);
}

}  // namespace
}  // namespace linli::sync
